// Which values of a counted facet are shown. Knows names through the catalog; no Xapian.
#pragma once

#include <cstdint>
#include <vector>

#include "query/engine/facet_counter.h"
#include "query/engine/search_run.h"

namespace dateline {

struct ChosenValues {
  std::vector<CountedValue> values;  // those with count 0 are excluded by the query
  std::uint64_t distinct = 0;        // there are in all
};

// The most frequent, what is selected wherever it ranks, and what the query excludes; with a search (find), only those
// of which a name or alias contains it, whatever its case and accents.
Result<ChosenValues> choose_values(const FacetRequest& request, const SearchInput& input, const Catalog& catalog,
                                   const FacetCounter& counter);

}  // namespace dateline
