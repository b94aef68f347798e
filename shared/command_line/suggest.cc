// Compares words by their optimal string alignment distance: a byte inserted, left out or replaced, two swapped.
#include "shared/command_line/suggest.h"

#include "shared/base/typing_errors.h"

namespace dateline::command_line {
namespace {

constexpr std::size_t kLongestGuess = 40;  // bytes; longer words are no mistyped names
constexpr std::size_t kMostErrors = 2;     // two slips are a guess, three are another word

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  if (typed.size() > kLongestGuess) return {};
  std::string_view best;
  std::size_t best_errors = kMostErrors + 1;
  for (const std::string_view candidate : candidates) {
    const bool start = typed.size() >= 3 && candidate.starts_with(typed);
    const std::size_t errors = start ? 1 : typing_errors(typed, candidate, kMostErrors);
    if (errors < best_errors && errors * 2 <= candidate.size()) {
      best = candidate;
      best_errors = errors;
    }
  }
  return best;
}

}  // namespace dateline::command_line
