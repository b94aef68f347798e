// How many of the plain words must occur.
#pragma once

#include <cstddef>

#include "query/engine/search.h"

namespace dateline {

// Of `words` words; kMost: two thirds, rounded up.
constexpr std::size_t words_required(MatchMode mode, std::size_t words) {
  if (mode == MatchMode::kAll) return words;
  if (mode == MatchMode::kAny) return words == 0 ? 0 : 1;
  return (2 * words + 2) / 3;
}

}  // namespace dateline
