// Days first: a selection by them is a walk over the matches.
#include "query/engine/date_order.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

#include "shared/base/date.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

// The column has the day as it was published, the order is by UTC: these differ by less than a day.
constexpr std::int64_t kZoneDays = 2;

// `date` moved by some days, as the lowest packed date of that day. What is not known of a date counts as its first.
PackedDate moved(PackedDate date, std::int64_t days) {
  const auto range = days_of(unpack_date(date));
  if (!range) return date;
  const CivilDay day = civil_from_days(range->first + days);
  return pack_date({.year = day.year, .month = day.month, .day = day.day});
}

// High for what comes first; none for no date.
std::int64_t place_of(PackedDate date, bool newest) {
  if (date == 0) return std::numeric_limits<std::int64_t>::min();
  return newest ? std::int64_t{date} : -std::int64_t{date};
}

// No document that is later than a place below this one can be before a document at `last`.
std::int64_t bound_of(std::int64_t last, bool newest) {
  if (last == std::numeric_limits<std::int64_t>::min()) return last;
  if (newest) return moved(static_cast<PackedDate>(last), -kZoneDays) & ~std::int64_t{31};
  return -std::int64_t{moved(static_cast<PackedDate>(-last), kZoneDays)};
}

}  // namespace

DocidList first_by_date(const DocidList& matches, const ColumnReader& facets, SortOrder sort, std::uint64_t count) {
  if (count >= matches.size()) return matches;
  if (count == 0) return {};
  const bool newest = sort != SortOrder::kOldest;
  std::vector<std::int64_t> places;
  places.reserve(matches.size());
  for (const Docid docid : matches) places.push_back(place_of(FacetRecord(facets.record(docid)).date(), newest));
  std::vector<std::int64_t> sorted = places;
  const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
  const std::int64_t bound = bound_of(*last, newest);
  DocidList out;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (places[i] >= bound) out.push_back(matches[i]);
  }
  return out;
}

}  // namespace dateline
