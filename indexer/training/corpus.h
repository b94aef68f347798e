// Annotated text in two columns → articles as the tagger will see them: raw text, and where the names are.
// Knows no features.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/result.h"

namespace dateline::training {

// Bytes of the text that name something, or whose meaning is not known (tag "?").
struct GoldSpan {
  std::uint32_t begin = 0, end = 0;
  EntityKind kind = EntityKind::kPerson;
  bool unknown = false;
};

struct GoldArticle {
  std::string text;  // a sentence a line, tokens joined by a blank
  std::vector<GoldSpan> spans;
};

// `token TAB tag` a line, IOB2; a blank line after a sentence, a line -DOCSTART- before an article. gzip or plain.
Result<std::vector<GoldArticle>> read_corpus(const std::string& path);

}  // namespace dateline::training
