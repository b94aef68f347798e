// Which matches can be among the first by date, from the facet column: so the index is asked for the times of these
// only. Knows no Xapian and no SQLite.
#pragma once

#include <cstdint>

#include "query/engine/docid.h"
#include "query/engine/search.h"
#include "shared/columns/column.h"

namespace dateline {

// At least the `count` first of `matches` in the order of their times, with all that tie with the last of them; by
// document id. kNewest or kOldest; those without a date come last in both.
DocidList first_by_date(const DocidList& matches, const ColumnReader& facets, SortOrder sort, std::uint64_t count);

}  // namespace dateline
