// Eighths of a column, by Unicode's block elements.
#include "query/cli/bars.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::cli {

std::string bar_of(std::uint64_t count, std::uint64_t most, std::size_t width) {
  constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0 || most == 0) return std::string(width, ' ');
  const double share = static_cast<double>(count) / static_cast<double>(most);
  const auto eighths = std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(width) * 8 + 0.5));
  std::string bar;
  for (std::size_t i = 0; i < eighths / 8; ++i) bar += "█";
  bar += kEighths[eighths % 8];
  const std::size_t used = eighths / 8 + (eighths % 8 == 0 ? 0 : 1);
  return bar + std::string(width - std::min(width, used), ' ');
}

std::string curve_of(const std::vector<std::uint64_t>& counts) {
  constexpr std::array<std::string_view, 9> kHeights = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (counts.empty()) return {};
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(counts.begin(), counts.end()));
  std::string curve;
  for (const std::uint64_t count : counts) curve += kHeights[(count * 8 + most - 1) / most];
  return curve;
}

}  // namespace dateline::cli
