// What rises: names and words that the newest articles have more often than those before. Knows no Xapian.
#pragma once

#include "query/engine/analysis.h"
#include "query/engine/entity_articles.h"

namespace dateline {

// Fills all but took_ms, query_text and falling.
Result<void> fill_trends(const EntityReader& reader, const TrendsRequest& request, Trends& out);

}  // namespace dateline
