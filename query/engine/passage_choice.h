// Which parts of a text show best why it matched. Knows sentences and matches; no words and no index.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "query/engine/match_finder.h"
#include "shared/text/sentences.h"

namespace dateline {

// A part of a text; cut where it does not begin or end with a sentence.
struct Passage {
  TextSpan span;
  bool cut_front = false, cut_back = false;
};

inline constexpr std::size_t kMostPassages = 3;

// About `bytes` bytes in all, ascending, at least one where there is a sentence. One passage of neighbouring sentences
// where it has as many of the query's different words as the text has; else up to kMostPassages, each around words that
// the others do not have. Whole sentences where they fit; of equals the earliest. `matches` are ascending.
std::vector<Passage> choose_passages(std::string_view text, std::span<const Sentence> sentences,
                                     std::span<const Match> matches, std::size_t bytes);

}  // namespace dateline
