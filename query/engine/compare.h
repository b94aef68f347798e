// Two queries against each other. Knows no Xapian.
#pragma once

#include <string_view>

#include "query/engine/analysis.h"
#include "query/engine/entity_articles.h"

namespace dateline {

// Fills all but took_ms. The position of an error is in the first text, kBetweenQueries and the second text, put
// together.
inline constexpr std::string_view kBetweenQueries = " -- ";
Result<void> fill_comparison(const EntityReader& reader, const CompareRequest& request, Comparison& out);

}  // namespace dateline
