// Counts over time as columns of blocks.
#pragma once

#include <string>
#include <vector>

#include "query/cli/screen.h"
#include "query/cli/views.h"

namespace dateline::cli {

// `months` as the library gives them ("2024-08", and "2024" for articles of which only the year is known), drawn by
// month, or by year where that is too wide for the screen or months are not known; years share columns where even these
// are too many. "" for fewer than two periods.
std::string format_column_chart(const std::vector<FacetValueView>& months, const Screen& screen);

}  // namespace dateline::cli
