// Counts periods forward: "2024-12" → "2025-01".
#include "query/cli/date_periods.h"

#include <chrono>
#include <cstdio>

namespace dateline::cli {
namespace {

constexpr std::size_t kMostMissing = 5000;

// The period after `period`, in the same precision; "" where it is none.
std::string next_period(const std::string& period) {
  int year = 0;
  unsigned month = 1;
  unsigned day = 1;
  const int parts = std::sscanf(period.c_str(), "%4d-%2u-%2u", &year, &month, &day);
  const std::size_t lengths[] = {0, 4, 7, 10};
  if (parts < 1 || period.size() != lengths[parts]) return {};
  std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return {};
  if (parts == 1) date += std::chrono::years(1);
  if (parts == 2) date += std::chrono::months(1);
  if (parts == 3) date = std::chrono::sys_days(date) + std::chrono::days(1);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return std::string(text).substr(0, period.size());
}

}  // namespace

std::vector<FacetValueView> with_gaps_filled(const std::vector<FacetValueView>& values) {
  std::vector<FacetValueView> filled;
  std::size_t missing = 0;
  for (const FacetValueView& value : values) {
    // ISO dates order like their text.
    while (!filled.empty() && filled.back().name < value.name) {
      const std::string next = next_period(filled.back().name);
      if (next.empty() || next.size() != value.name.size() || ++missing > kMostMissing) return values;
      if (next >= value.name) break;
      filled.push_back({next, 0, false});
    }
    filled.push_back(value);
  }
  return filled;
}

}  // namespace dateline::cli
