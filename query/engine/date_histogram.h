// Documents → how many were published in each year, month or day, from the facet column.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/engine/docid.h"
#include "query/engine/search.h"
#include "query/engine/stories.h"
#include "shared/columns/column.h"

namespace dateline {

inline constexpr std::int64_t kMostAutoPeriods = 24;

struct CountedPeriod {
  std::string period;  // "2024", "2024-08", "2024-08-16"
  std::uint64_t count = 0;
  friend bool operator==(const CountedPeriod&, const CountedPeriod&) = default;
};

// Periods with articles, ascending. A date that is known less precisely than the step is a period of its own before the
// finer ones ("2024" before "2024-01"); articles without a date are in none.
std::vector<CountedPeriod> date_histogram(const DocidList& documents, const ColumnReader& facets, DateStep step);
// The same where the articles of one story count once in each period.
std::vector<CountedPeriod> date_histogram(const StoryGroups& groups, const ColumnReader& facets, DateStep step);

// The same with the periods between the first and the last that have no article, of the finest step that is there. As
// it is where that would be more than kMostFilledPeriods.
inline constexpr std::size_t kMostFilledPeriods = 10000;
std::vector<CountedPeriod> with_empty_periods(std::vector<CountedPeriod> periods);

}  // namespace dateline
