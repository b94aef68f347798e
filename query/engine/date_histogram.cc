// Packed dates order like dates, so that counting is a table between the first and the last.
#include "query/engine/date_histogram.h"

#include <algorithm>

#include "shared/base/date.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

// Cuts a packed date (year*512 + month*32 + day) to the step.
PackedDate cut(PackedDate date, DateStep step) {
  if (step == DateStep::kYear) return date & ~PackedDate{511};
  if (step == DateStep::kMonth) return date & ~PackedDate{31};
  return date;
}

DateStep finest_step(PackedDate first, PackedDate last) {
  const PublishedDate a = unpack_date(first), b = unpack_date(last);
  const auto days_a = days_of(a), days_b = days_of(b);
  if (days_a && days_b && days_b->last - days_a->first < kMostAutoPeriods) return DateStep::kDay;
  const int months = (b.year - a.year) * 12 + std::max(b.month, 1) - std::max(a.month, 1);
  return months < kMostAutoPeriods ? DateStep::kMonth : DateStep::kYear;
}

}  // namespace

std::vector<CountedPeriod> date_histogram(const DocidList& documents, const ColumnReader& facets, DateStep step) {
  std::vector<PackedDate> dates;
  dates.reserve(documents.size());
  for (const Docid docid : documents) {
    if (const PackedDate date = FacetRecord(facets.record(docid)).date(); date != 0) dates.push_back(date);
  }
  if (dates.empty()) return {};
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  if (step == DateStep::kAuto) step = finest_step(*first, *last);
  const PackedDate base = cut(*first, step);
  // Years end at 2999, so the table has at most 1.5 million entries unless the column is damaged.
  constexpr PackedDate kMostEntries = 3000 * 512;
  if (*last - base >= kMostEntries) return {};
  std::vector<std::uint32_t> counts(*last - base + 1);
  for (const PackedDate date : dates) ++counts[cut(date, step) - base];
  std::vector<CountedPeriod> out;
  for (PackedDate at = 0; at < counts.size(); ++at) {
    if (counts[at] != 0) out.push_back({to_iso(unpack_date(base + at)), counts[at]});
  }
  return out;
}

}  // namespace dateline
