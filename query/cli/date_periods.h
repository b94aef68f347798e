// The periods of a date facet as a histogram needs them: the ones without articles too.
#pragma once

#include <vector>

#include "query/cli/views.h"

namespace dateline::cli {

// `values` (years, months or days, ascending) with the missing periods between them, count 0. As they are where a name
// is no period or where more than 5,000 would be missing.
std::vector<FacetValueView> with_gaps_filled(const std::vector<FacetValueView>& values);

}  // namespace dateline::cli
