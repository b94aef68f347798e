// A caller's dateline_request, whatever is in it → a SearchRequest, or kUsage with what is wrong.
#pragma once

#include <dateline.h>

#include "query/engine/search.h"

namespace dateline {

Result<SearchRequest> check_request(const dateline_request* request);

}  // namespace dateline
