// An article as brute force sees it: its words as they are written, their stems, and where its sentences end. Shares
// tokenizer, sentences and stemmer with the engine, and nothing else.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/base/date.h"
#include "shared/text/stemmer.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline::testing {

using Stems = std::vector<std::string>;

struct SeenSentence {
  bool in_title = false;
  std::size_t begin = 0, end = 0;  // bytes of title or text
  std::size_t first_word = 0;      // how many words of title or text are before it
  Stems stems;
  std::set<std::string> joined;  // stems of what hyphens join
};

struct SeenArticle {
  TestArticle article;
  std::vector<SeenSentence> sentences;       // the first one is the title
  std::set<std::string> terms;               // stems of words, and of what hyphens join
  std::set<std::string> forms, title_forms;  // words as they are written, folded, and what hyphens join
  std::size_t words = 0;
  std::optional<DayRange> days;
  std::optional<std::int64_t> seconds;  // what it is sorted by
};

SeenArticle see(const TestArticle& article, Stemmer& stemmer);

}  // namespace dateline::testing
