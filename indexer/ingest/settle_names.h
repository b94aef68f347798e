// After the index has changed: tells the catalog which values many articles have, so that their names are found fast.
#pragma once

#include <unordered_set>

#include "indexer/ingest/archive_writer.h"
#include "schema/facet_id.h"
#include "shared/base/result.h"

namespace dateline {

// `touched`: the values of the articles that were put; once more is fine. Where the catalog was never told
// (an archive of an older version), all values are settled. Not inside a transaction; a run that ends before it is made
// up for when the value is touched again.
Result<void> settle_names(ArchiveWriter& archive, const std::unordered_set<FacetId>& touched);

}  // namespace dateline
