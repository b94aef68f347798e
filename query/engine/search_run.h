// One search on one snapshot of the index. Knows the order of the steps, and nothing of Xapian or SQLite.
#pragma once

#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/facet_counter.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"

namespace dateline {

// What stays the same when a search must run again on a newer snapshot.
struct SearchInput {
  const SearchRequest& request;
  const QueryNode& tree;
  const ResolvedFields& fields;
  const FacetRemap& remap;
};

// Fills hits, facets, matched and suggestion. An error with snapshot.searcher.was_overtaken(): run it again on a newer
// one.
Result<void> run_search(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot,
                        SearchResults& out);

}  // namespace dateline
