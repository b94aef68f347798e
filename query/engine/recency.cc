// Days are read from the facet column. The newest match is day 0: what is newest does not change the order, and an
// archive that nothing is added to answers tomorrow as it does today.
#include "query/engine/recency.h"

#include <algorithm>

#include "shared/base/date.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

// The last day of a month or year of which no more is known.
std::int64_t day_of(PackedDate date) {
  const auto days = date == 0 ? std::nullopt : days_of(unpack_date(date));
  return days ? days->last : RankedDocument::kNoTime;
}

}  // namespace

void add_ages(std::vector<RankedDocument>& documents, const ColumnReader& facets, double half_life_days) {
  std::int64_t newest = RankedDocument::kNoTime;
  for (RankedDocument& document : documents) {
    document.time = day_of(FacetRecord(facets.record(document.docid)).date());
    newest = std::max(newest, document.time);
  }
  for (RankedDocument& document : documents) {
    const bool dated = document.time != RankedDocument::kNoTime;
    document.parts.half_lives =
        dated ? static_cast<double>(newest - document.time) / half_life_days : kUndatedHalfLives;
  }
}

}  // namespace dateline
