// Age as a part of ranking: an article that is one half-life older than the newest match weighs half.
#pragma once

#include <vector>

#include "query/engine/ranked_document.h"
#include "shared/columns/column.h"

namespace dateline {

// Sets half_lives and, to the day, time. Articles without a date are taken for kUndatedHalfLives old: low, not last.
// `half_life_days` is positive.
void add_ages(std::vector<RankedDocument>& documents, const ColumnReader& facets, double half_life_days);

inline constexpr double kUndatedHalfLives = 2;

}  // namespace dateline
