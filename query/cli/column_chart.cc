// Five lines of blocks in eighths, a line of years below.
#include "query/cli/column_chart.h"

#include <algorithm>
#include <array>

#include "query/cli/date_periods.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kRows = 4;
constexpr std::size_t kWidestCell = 4;  // columns of a period, with the gap to the next
constexpr std::size_t kYear = 4;        // columns of its label

using Periods = std::vector<FacetValueView>;

bool is_year(const FacetValueView& period) {
  return period.name.size() == kYear;
}

Periods by_year(const Periods& periods) {
  Periods years;
  for (const FacetValueView& period : periods) {
    const std::string year = period.name.substr(0, kYear);
    if (years.empty() || years.back().name != year) years.push_back({year, 0, false});
    years.back().count += period.count;
  }
  return with_gaps_filled(years);
}

// Neighbours together, so that at most `most` are left; each has the name of its first.
Periods in_groups(const Periods& periods, std::size_t most) {
  const std::size_t size = (periods.size() + most - 1) / most;
  Periods groups;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (i % size == 0) groups.push_back({periods[i].name, 0, false});
    groups.back().count += periods[i].count;
  }
  return groups;
}

struct Chart {
  std::string title;
  Periods periods;
};

Chart choose_periods(const Periods& months, std::size_t columns) {
  const bool only_months = std::none_of(months.begin(), months.end(), is_year);
  if (only_months) {
    Periods filled = with_gaps_filled(months);
    if (filled.size() <= columns) return {"Articles by month", std::move(filled)};
  }
  Periods years = by_year(months);
  if (years.size() <= columns) return {"Articles by year", std::move(years)};
  const std::size_t group = (years.size() + columns - 1) / columns;
  return {"Articles by " + std::to_string(group) + " years", in_groups(years, columns)};
}

// The part of a column that lies in a row, in eighths of it; what is there at all shows.
std::string_view block(std::uint64_t count, std::uint64_t most, std::size_t row) {
  constexpr std::array<std::string_view, 9> kEighths = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (count == 0) return kEighths[0];
  const double share = static_cast<double>(count) / static_cast<double>(most);
  const auto height = std::max<std::size_t>(1, static_cast<std::size_t>(share * kRows * 8 + 0.5));
  const std::size_t below = (kRows - 1 - row) * 8;
  return kEighths[height > below ? std::min<std::size_t>(8, height - below) : 0];
}

// Years under the columns where they begin, as many as have room.
std::string labels(const Periods& periods, std::size_t cell) {
  const std::size_t width = periods.size() * cell - (cell > 1 ? 1 : 0);  // without the last gap
  std::string line(std::max(width, periods.front().name.size()), ' ');
  std::size_t free = 0;
  const auto put = [&](std::size_t at, const std::string& label) {
    if (at < free || at + label.size() > line.size()) return;
    line.replace(at, label.size(), label);
    free = at + label.size() + 1;
  };
  const auto years = static_cast<std::size_t>(std::count_if(
      periods.begin(), periods.end(), [](const auto& p) { return is_year(p) || p.name.ends_with("-01"); }));
  if (years < 2) {  // less than two years: the ends, with their months
    put(0, periods.front().name);
    if (width >= periods.back().name.size()) put(width - periods.back().name.size(), periods.back().name);
    return line;
  }
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const std::string& name = periods[i].name;
    if (is_year(periods[i]) || name.ends_with("-01")) put(i * cell, name.substr(0, kYear));
  }
  return line;
}

}  // namespace

std::string format_column_chart(const std::vector<FacetValueView>& months, const Screen& screen) {
  if (months.empty()) return {};
  const std::size_t room = text_width(screen, 0);
  std::uint64_t all = 0;
  for (const FacetValueView& month : months) all += month.count;
  const std::size_t reserved = with_thousands(all).size() + 3;  // the scale is never wider
  const Chart chart = choose_periods(months, room - std::min(room - 1, reserved));
  if (chart.periods.size() < 2) return {};
  std::uint64_t most = 1;
  for (const FacetValueView& period : chart.periods) most = std::max(most, period.count);
  const std::string scale = with_thousands(most);
  const std::size_t margin = scale.size() + 3;
  const std::size_t cell =
      std::clamp<std::size_t>((room - std::min(room, margin)) / chart.periods.size(), 1, kWidestCell);
  const std::size_t bar = cell == 1 ? 1 : cell - 1;
  std::string text = paint(screen, Ink::kTitle, chart.title) + "\n";
  for (std::size_t row = 0; row < kRows; ++row) {
    std::string line;
    for (const FacetValueView& period : chart.periods) {
      for (std::size_t i = 0; i < bar; ++i) line += block(period.count, most, row);
      line += std::string(cell - bar, ' ');
    }
    const std::string left = "  " + (row == 0 ? scale : std::string(scale.size(), ' ')) + " ";
    text += trimmed_right(paint(screen, Ink::kFaint, left) + paint(screen, Ink::kBar, trimmed_right(line))) + "\n";
  }
  return text + paint(screen, Ink::kFaint, std::string(margin, ' ') + trimmed_right(labels(chart.periods, cell))) +
         "\n";
}

}  // namespace dateline::cli
