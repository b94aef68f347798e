// Counts as bars and curves of block characters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::cli {

// A bar of `count` against `most`, in eighths of a column, filled up to `width` columns; what is there at all shows.
std::string bar_of(std::uint64_t count, std::uint64_t most, std::size_t width);

// A column for each count, against the greatest of them; one that is not 0 shows.
std::string curve_of(const std::vector<std::uint64_t>& counts);

}  // namespace dateline::cli
