// All ways in which articles may write what was asked: "ceasefire", "cease-fire" and "cease fire" are one.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/stemmer.h"
#include "tests/engine/seen_article.h"

namespace dateline::testing {

struct AskedWord {
  std::string folded;
  bool joined_to_previous = false;  // by a hyphen
};
using AskedWords = std::vector<AskedWord>;

AskedWords asked_words(std::string_view text);
// What hyphens join, apart from what they do not.
std::vector<AskedWords> hyphen_runs(const AskedWords& words);
bool is_stop(const AskedWords& words);

class Speller {
 public:
  explicit Speller(Stemmer stemmer) : stemmer_(std::move(stemmer)) {}
  // Spellings are made of the stems of articles that were learned.
  void learn(const SeenArticle& article);
  // Sequences of stems: each word as it is, as two, or as one with the next.
  const std::vector<Stems>& spellings(const AskedWords& words);
  // The stem of both written as one; "" where nobody does.
  std::string joined(const std::string& first, const std::string& second);
  Stemmer& stemmer() { return stemmer_; }

 private:
  void spell(const AskedWords& words, std::size_t at, Stems& so_far, std::vector<Stems>& out);
  std::string stem(const std::string& folded) { return std::string(stemmer_.stem(folded)); }

  Stemmer stemmer_;
  std::set<std::string> terms_;
  std::map<std::string, std::vector<Stems>> known_;
};

}  // namespace dateline::testing
