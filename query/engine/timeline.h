// The matches of a query over time, and what its peaks are about. Knows no Xapian.
#pragma once

#include "query/engine/analysis.h"
#include "query/engine/entity_articles.h"

namespace dateline {

// Fills all but took_ms and query_text.
Result<void> fill_timeline(const EntityReader& reader, const TimelineRequest& request, Timeline& out);

}  // namespace dateline
