// The passages of an article that show best why it matched. Knows text and stems; no index.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "query/engine/match_finder.h"
#include "query/engine/search.h"
#include "shared/text/sentences.h"

namespace dateline {

// Makes the snippets of one page of hits. One thread.
class SnippetMaker {
 public:
  // Snippets of about `bytes` bytes. References must outlive it.
  SnippetMaker(const std::vector<HighlightForm>& forms, std::size_t bytes, Stemmer& stemmer)
      : finder_(forms, stemmer), bytes_(bytes) {}

  // One line of `text`: whole sentences where they fit, those with most of the query's different words, or several
  // passages with "…" between them where these stand far apart; without a match its beginning. `names`: further places
  // that the query means, units from units() on. `entities`: places to tell in *marks, where that is wanted. Both are
  // ascending. Linear in the text; looks at its first megabyte.
  Snippet make(std::string_view text, std::span<const Match> names = {}, std::span<const EntityMark> entities = {},
               std::vector<EntityMark>* marks = nullptr);
  [[nodiscard]] std::size_t units() const { return finder_.units(); }

 private:
  MatchFinder finder_;
  std::size_t bytes_;
  std::vector<Match> matches_;
  std::vector<Sentence> sentences_;
};

}  // namespace dateline
