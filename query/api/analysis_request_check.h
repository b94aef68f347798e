// Requests of dateline_analysis.h → the engine's, or what is wrong with them.
#pragma once

#include <dateline_analysis.h>

#include "query/engine/analysis.h"

namespace dateline {

Result<TimelineRequest> check_request(const dateline_timeline_request* given);
Result<CompareRequest> check_request(const dateline_compare_request* given);
Result<TrendsRequest> check_request(const dateline_trends_request* given);

}  // namespace dateline
