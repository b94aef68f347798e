// Only a band about the diagonal can hold distances up to `most` (Ukkonen, "Algorithms for approximate string
// matching", 1985).
#include "shared/base/typing_errors.h"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

template <class Text>
std::size_t errors_between(Text a, Text b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  const std::size_t too_many = most + 1;
  if (b.size() - a.size() > most) return too_many;
  std::vector<std::size_t> before(b.size() + 1, too_many), last(b.size() + 1, too_many), row(b.size() + 1, too_many);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > most ? i - most : 1, end = std::min(b.size(), i + most);
    std::fill(row.begin(), row.end(), too_many);
    if (i <= most) row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = first; j <= end; ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U), too_many});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap reaches back over one row, so one row without hope is not enough to stop at.
    const bool hopeless = least > most && *std::min_element(last.begin(), last.end()) > most;
    if (hopeless) return too_many;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::size_t typing_errors(std::string_view a, std::string_view b, std::size_t most) {
  return errors_between(a, b, most);
}
std::size_t typing_errors(std::u32string_view a, std::u32string_view b, std::size_t most) {
  return errors_between(a, b, most);
}

}  // namespace dateline
