// Timelines, comparisons and trends as text for people. Pure functions, as those of terminal_format.h.
#pragma once

#include <string>

#include "query/cli/analysis_views.h"
#include "query/cli/screen.h"

namespace dateline::cli {

// Bars by period with the peaks marked; more periods than can be read share lines. Below, what made each peak.
std::string format_timeline(const TimelineView& timeline, const Screen& screen);
// What is typical of each, side by side where the width allows.
std::string format_comparison(const ComparisonView& comparison, const Screen& screen);
std::string format_trends(const TrendsView& trends, const Screen& screen);

}  // namespace dateline::cli
