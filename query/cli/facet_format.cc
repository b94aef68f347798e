// Facets as columns of bars.
#include <algorithm>
#include <span>

#include "query/cli/bars.h"
#include "query/cli/date_periods.h"
#include "query/cli/format_parts.h"
#include "query/cli/terminal_format.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kGap = 3;            // columns between two facets
constexpr std::size_t kNarrowColumn = 36;  // a facet is not put beside another if it had less
constexpr std::size_t kWideColumn = 46;    // nor made wider than this
constexpr std::size_t kBar = 8;            // columns of a bar
constexpr std::size_t kMostPeriods = 40;   // of a date facet, one a line; more are drawn as a curve

using Lines = std::vector<std::string>;  // each exactly as wide as its column

std::uint64_t most_of(const FacetView& facet) {
  std::uint64_t most = 0;
  for (const FacetValueView& value : facet.values) most = std::max(most, value.count);
  return most;
}

std::string heading(const FacetView& facet, const Screen& screen, std::size_t width) {
  const std::string_view title = heading_of(facet.name);
  std::string about;
  if (!facet.exact) about += " (estimated)";
  const std::size_t title_width = std::min(width, display_width(title));
  return paint(screen, Ink::kTitle, fit(title, title_width)) +
         paint(screen, Ink::kFaint, fit(about, width - title_width));
}

// Dates are never cut.
std::uint64_t values_left_out(const FacetView& facet) {
  const auto shown = static_cast<std::uint64_t>(
      std::count_if(facet.values.begin(), facet.values.end(), [](const FacetValueView& v) { return !v.excluded; }));
  return facet.name == "date" || facet.distinct <= shown ? 0 : facet.distinct - shown;
}

// Of a day, with the longest label.
std::size_t width_of_date(const FacetView& facet) {
  constexpr std::size_t kDay = std::string_view("2024-08-16").size();
  const std::string& label = facet.values.back().label;
  return kDay + (label.empty() ? 0 : label.size() + 1);
}

// "✓ Joe Biden          12 ████▌": what the width leaves is the name's; of a date it is the bar's.
std::string value_line(const FacetView& facet, const FacetValueView& value, const Screen& screen, std::size_t width,
                       std::size_t digits, std::uint64_t most) {
  constexpr std::size_t kMarker = 2;
  const bool date = facet.name == "date";
  const std::size_t room = width - std::min(width, kMarker + digits + 2);
  const std::size_t bar = date ? room - std::min(room, width_of_date(facet)) : std::min(kBar, room / 3);
  const std::string count = with_thousands(value.count);
  std::string line = value.selected ? paint(screen, Ink::kChosen, "✓") + " " : value.excluded ? "✗ " : "  ";
  const std::string name = fit(value.label.empty() ? value.name : value.label + " " + value.name, room - bar);
  line += value.selected   ? paint(screen, Ink::kChosen, name)
          : value.excluded ? paint(screen, Ink::kExcluded, name)
                           : name;
  line += " " + std::string(digits - count.size(), ' ') + count + " ";
  return line + paint(screen, Ink::kBar, bar_of(value.count, most, bar));
}

// Many periods as one curve: neighbours share a column, which shows the sum of both.
Lines curve(const FacetView& facet, const Screen& screen, std::size_t width) {
  const std::size_t columns = width - std::min<std::size_t>(width - 1, 2);
  const std::size_t per_column = (facet.values.size() + columns - 1) / columns;
  std::vector<std::uint64_t> sums((facet.values.size() + per_column - 1) / per_column);
  for (std::size_t i = 0; i < facet.values.size(); ++i) sums[i / per_column] += facet.values[i].count;
  const std::string line = curve_of(sums);
  const auto peak = std::max_element(facet.values.begin(), facet.values.end(),
                                     [](const auto& a, const auto& b) { return a.count < b.count; });
  const std::string filled = std::string(width - 2 - sums.size(), ' ');
  return {"  " + paint(screen, Ink::kBar, line) + filled,
          fit("  " + facet.values.front().name + " … " + facet.values.back().name, width),
          fit("  most: " + peak->name + " (" + with_thousands(peak->count) + ")", width)};
}

Lines lines_of(const FacetView& counted, const Screen& screen, std::size_t width) {
  FacetView facet = counted;
  if (facet.name == "date") facet.values = with_gaps_filled(counted.values);
  Lines lines{heading(facet, screen, width)};
  if (facet.values.empty()) {
    lines.push_back(paint(screen, Ink::kFaint, fit("  none", width)));
    return lines;
  }
  if (facet.name == "date" && facet.values.size() > kMostPeriods) {
    for (std::string& line : curve(facet, screen, width)) lines.push_back(std::move(line));
    return lines;
  }
  const std::uint64_t most = most_of(facet);
  const std::size_t digits = with_thousands(most).size();
  for (const FacetValueView& value : facet.values) {
    lines.push_back(value_line(facet, value, screen, width, digits, most));
  }
  if (const std::uint64_t more = values_left_out(facet); more != 0) {
    lines.push_back(paint(screen, Ink::kFaint, fit("  and " + with_thousands(more) + " more", width)));
  }
  return lines;
}

std::string side_by_side(const std::vector<Lines>& columns, std::size_t width) {
  std::size_t height = 0;
  for (const Lines& lines : columns) height = std::max(height, lines.size());
  std::string text;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line += std::string(kGap, ' ');
      line += row < columns[i].size() ? columns[i][row] : std::string(width, ' ');
    }
    text += trimmed_right(std::move(line)) + "\n";
  }
  return text;
}

}  // namespace

std::string format_facets(const std::vector<FacetView>& facets, const Screen& screen) {
  if (facets.empty()) return {};
  const std::size_t fitting = std::max<std::size_t>(1, (screen.width + kGap) / (kNarrowColumn + kGap));
  const std::size_t beside = std::min(fitting, facets.size());
  const std::size_t width = std::min(kWideColumn, (screen.width - kGap * (beside - 1)) / beside);
  std::string text;
  for (std::size_t first = 0; first < facets.size(); first += beside) {
    std::vector<Lines> columns;
    for (std::size_t i = first; i < std::min(first + beside, facets.size()); ++i) {
      columns.push_back(lines_of(facets[i], screen, width));
    }
    if (first > 0) text += "\n";
    text += side_by_side(columns, width);
  }
  return text;
}

}  // namespace dateline::cli
