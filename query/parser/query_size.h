// How much a query may ask for at once.
#pragma once

#include <cstddef>

#include "query/parser/query_tree.h"

namespace dateline {

// As Lucene's maxClauseCount. What Xapian does for each word of OR grows with their number: with 10,000 of them, more
// than a second would pass before the first article could be looked at and the time limit asked about.
inline constexpr std::size_t kMostWords = 1024;

// kQuery at the first word or field beyond kMostWords; words inside quotes count each.
Result<void> check_size(const QueryNode& tree);

}  // namespace dateline
