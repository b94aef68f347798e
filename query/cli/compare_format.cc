// Comparisons for people.
#include <algorithm>

#include "query/cli/analysis_format.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kGap = 3;            // columns between both sides
constexpr std::size_t kNarrowColumn = 40;  // sides of less are put below each other
constexpr std::size_t kWideColumn = 60;
constexpr std::size_t kShare = 6;  // columns of "100.0%"

using Lines = std::vector<std::string>;  // each exactly as wide as its column

std::string header(const ComparisonView& comparison, const Screen& screen) {
  const std::size_t digits =
      std::max(with_thousands(comparison.first).size(), with_thousands(comparison.second).size());
  const auto line = [&](std::uint64_t articles, std::string_view name, bool query) {
    const std::string count = right(with_thousands(articles), digits) + "  ";
    const std::string shown = fit(name, std::min(display_width(name), text_width(screen, digits + 2)));
    return count + (query ? paint(screen, Ink::kTitle, shown) : paint(screen, Ink::kFaint, shown)) + "\n";
  };
  std::string text = line(comparison.first, comparison.first_query, true) +
                     line(comparison.second, comparison.second_query, true) +
                     line(comparison.both, "both · " + milliseconds(comparison.took_ms), false);
  for (const std::string& note : comparison.notes) text += wrapped(note, screen, 0);
  return text;
}

// One side: name, then count and share here, and there.
Lines side(const std::vector<TypicalView>& values, std::uint64_t here, std::uint64_t there, std::string_view query,
           const Screen& screen, std::size_t width) {
  Lines lines{paint(screen, Ink::kFaint, fit("typical of: " + safe_text(query), width))};
  if (values.empty()) lines.push_back(paint(screen, Ink::kFaint, fit("  nothing", width)));
  std::size_t here_digits = 1, there_digits = 1;
  for (const TypicalView& value : values) {
    here_digits = std::max(here_digits, with_thousands(value.here).size());
    there_digits = std::max(there_digits, with_thousands(value.there).size());
  }
  const std::size_t used = 2 + 1 + here_digits + 1 + kShare + 2 + there_digits + 1 + kShare;
  for (const TypicalView& value : values) {
    lines.push_back("  " + fit(value.name, width - std::min(width - 1, used)) + " " +
                    right(with_thousands(value.here), here_digits) + " " + right(percent(value.here, here), kShare) +
                    paint(screen, Ink::kFaint,
                          "  " + right(with_thousands(value.there), there_digits) + " " +
                              right(percent(value.there, there), kShare)));
  }
  return lines;
}

std::string side_by_side(const Lines& left, const Lines& right_side, std::size_t width) {
  std::string text;
  for (std::size_t row = 0; row < std::max(left.size(), right_side.size()); ++row) {
    const std::string line = (row < left.size() ? left[row] : std::string(width, ' ')) +
                             (row < right_side.size() ? std::string(kGap, ' ') + right_side[row] : std::string());
    text += trimmed_right(line) + "\n";
  }
  return text;
}

std::string format_kind(const ComparedView& kind, const ComparisonView& comparison, const Screen& screen) {
  std::string text = paint(screen, Ink::kTitle, heading_of(kind.kind));
  if (!kind.exact) {
    text += paint(screen, Ink::kFaint,
                  " in " + with_thousands(kind.read_first) + " and " + with_thousands(kind.read_second) + " articles");
  }
  text += "\n";
  const bool beside = screen.width >= 2 * kNarrowColumn + kGap;
  const std::size_t width = std::min(kWideColumn, beside ? (screen.width - kGap) / 2 : screen.width);
  const Lines first = side(kind.first, kind.read_first, kind.read_second, comparison.first_query, screen, width);
  const Lines second = side(kind.second, kind.read_second, kind.read_first, comparison.second_query, screen, width);
  if (beside) return text + side_by_side(first, second, width);
  return text + side_by_side(first, {}, width) + side_by_side(second, {}, width);
}

}  // namespace

std::string format_comparison(const ComparisonView& comparison, const Screen& screen) {
  std::string text = header(comparison, screen);
  if (comparison.first == 0 || comparison.second == 0) return text;
  for (const ComparedView& kind : comparison.kinds) text += "\n" + format_kind(kind, comparison, screen);
  return text;
}

}  // namespace dateline::cli
