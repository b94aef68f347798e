// How far a typed word is from another one.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Bytes inserted, left out or replaced, and neighbours swapped (optimal string alignment distance) that lie between the
// two; `most` + 1 where there are more. Time: the shorter length times `most`.
std::size_t typing_errors(std::string_view a, std::string_view b, std::size_t most);
// The same for code points.
std::size_t typing_errors(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace dateline
