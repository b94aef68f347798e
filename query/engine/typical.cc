// The four cells of the table against what they would be if both groups were alike.
#include "query/engine/typical.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline {

double log_likelihood(std::uint64_t here, std::uint64_t there, const GroupSizes& sizes) {
  const auto n1 = static_cast<double>(sizes.here), n2 = static_cast<double>(sizes.there);
  if (n1 == 0 || n2 == 0) return 0;
  const auto a = static_cast<double>(here), b = static_cast<double>(there);
  const std::array<double, 4> seen = {a, b, n1 - a, n2 - b};
  const double with = a + b, without = seen[2] + seen[3], all = n1 + n2;
  const std::array<double, 4> expected = {with * n1 / all, with * n2 / all, without * n1 / all, without * n2 / all};
  double sum = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] > 0 && expected[i] > 0) sum += seen[i] * std::log(seen[i] / expected[i]);
  }
  return std::max(0.0, 2 * sum);
}

bool is_more_here(const ValueCount& count, const GroupSizes& sizes) {
  return static_cast<double>(count.here) * static_cast<double>(sizes.there) >
         static_cast<double>(count.there) * static_cast<double>(sizes.here);
}

void keep_typical(std::vector<ValueCount>& counts, const GroupSizes& sizes, std::size_t limit) {
  std::erase_if(counts, [&](ValueCount& count) {
    if (count.here < kLeastTypical || !is_more_here(count, sizes)) return true;
    count.score = log_likelihood(count.here, count.there, sizes);
    return count.score < kLeastScore;
  });
  const std::size_t kept = limit == 0 ? counts.size() : std::min(limit, counts.size());
  std::partial_sort(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(kept), counts.end(),
                    [](const ValueCount& a, const ValueCount& b) {
                      return a.score != b.score ? a.score > b.score : a.value < b.value;
                    });
  counts.resize(kept);
}

}  // namespace dateline
