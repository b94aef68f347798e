// Hits of one score and one time stand in the order of their ids, whatever the order in which they were indexed.
#pragma once

#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/ranked_document.h"

namespace dateline {

// `ranked` is in order but for ties. Orders these as far as the `needed` first are concerned.
Result<void> order_ties(std::vector<RankedDocument>& ranked, std::size_t needed, IndexSnapshot& snapshot,
                        const Catalog& catalog);

}  // namespace dateline
