// Which values some articles have more often than others: Dunning, "Accurate Methods for the Statistics of Surprise and
// Coincidence" (Computational Linguistics 19(1), 1993). Plain arithmetic; knows no index.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

// Fewer articles than this show nothing.
inline constexpr std::uint64_t kLeastTypical = 3;
// χ² with one degree of freedom, p = 0.001.
inline constexpr double kLeastScore = 10.83;

// Of two groups of articles.
struct GroupSizes {
  std::uint64_t here = 0, there = 0;
};

struct ValueCount {
  std::uint32_t value = 0;            // a facet id, a stem id
  std::uint64_t here = 0, there = 0;  // articles that have it
  double score = 0;                   // set by keep_typical
};

// G² of the table of two groups by "has it" and "has it not". 0 where the shares are equal, or a group is empty.
double log_likelihood(std::uint64_t here, std::uint64_t there, const GroupSizes& sizes);

// Whether the share here is greater than there.
bool is_more_here(const ValueCount& count, const GroupSizes& sizes);

// Keeps what is typical of `here`: in at least kLeastTypical articles of it, with a greater share than there, and a
// score of at least kLeastScore. The `limit` (0: all) highest scores first, then by value.
void keep_typical(std::vector<ValueCount>& counts, const GroupSizes& sizes, std::size_t limit);

}  // namespace dateline
