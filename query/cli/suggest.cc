// Compares words by their optimal string alignment distance: a byte inserted, left out or replaced, two swapped.
#include "query/cli/suggest.h"

#include <algorithm>
#include <vector>

namespace dateline::cli {
namespace {

constexpr std::size_t kLongestGuess = 40;  // bytes; longer words are no mistyped names

std::size_t typing_errors(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  if (typed.size() > kLongestGuess) return {};
  std::string_view best;
  std::size_t best_errors = 3;  // two slips are a guess, three are another word
  for (const std::string_view candidate : candidates) {
    const bool start = typed.size() >= 3 && candidate.starts_with(typed);
    const std::size_t errors = start ? 1 : typing_errors(typed, candidate);
    if (errors < best_errors && errors * 2 <= candidate.size()) {
      best = candidate;
      best_errors = errors;
    }
  }
  return best;
}

}  // namespace dateline::cli
