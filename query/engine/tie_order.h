// Hits of one score and one time stand in the order of their ids, whatever the order in which they were indexed.
#pragma once

#include <vector>

#include "query/engine/ranked_document.h"
#include "query/engine/xapian_searcher.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// `ranked` is in order but for ties. Groups of more than kMostTied stay as they are: that many ids would take longer
// than the search.
Result<void> order_ties(std::vector<RankedDocument>& ranked, XapianSearcher& searcher, const Catalog& catalog);

inline constexpr std::size_t kMostTied = 2000;

}  // namespace dateline
