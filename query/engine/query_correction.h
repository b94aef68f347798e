// What a query that finds nothing was perhaps meant to be: words and names that the archive does not have, replaced by
// ones that it has. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/engine/search_run.h"

namespace dateline {

inline constexpr std::uint64_t kFewMatches = 3;  // with more, a query is never corrected

// Query texts to try, the likeliest first, at most three; nobody has tried them yet. `matched`: what the query as it is
// finds. A word is replaced by one that is one or two typing errors away (one in short words): if the archive does not
// have it, or if it is rare and the other one is fifty times as frequent. A name that stands for nobody is replaced by
// the most frequent of those with the fewest errors. What is excluded stays.
Result<std::vector<std::string>> corrected_queries(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer,
                                                   XapianSearcher& searcher, std::uint64_t matched);

}  // namespace dateline
