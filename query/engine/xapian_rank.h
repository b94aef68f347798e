// Ranked matches of a Xapian query. May throw Xapian::Error.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/engine/ranked_document.h"
#include "query/engine/search.h"
#include "query/engine/xapian_searcher.h"

namespace dateline {

// The `count` best with all that tie with the last of them (same score and time; up to some thousand more), in Xapian's
// order: ties are still to be broken.
std::vector<RankedDocument> best_documents(const Xapian::Database& database, const Xapian::Query& query,
                                           Xapian::doccount count);

// These documents (ascending) with their times, without scores.
std::vector<RankedDocument> with_times(const Xapian::Database& database, const DocidList& documents);

// All matches with their scores, by document id; without times.
std::vector<RankedDocument> every_score(const Xapian::Database& database, const Xapian::Query& query);

// The same matches, their weights multiplied by `own_share` and added to those of the stems.
Xapian::Query with_more_words(const Xapian::Query& query, double own_share, const std::vector<WeightedStem>& stems);

}  // namespace dateline
