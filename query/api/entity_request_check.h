// A caller's request for a profile or mentions, whatever is in it → the engine's, or kUsage with what is wrong.
#pragma once

#include <dateline.h>

#include "query/engine/entity_profile.h"
#include "query/engine/mention_list.h"

namespace dateline {

Result<ProfileRequest> check_request(const dateline_profile_request* request);
Result<MentionRequest> check_request(const dateline_mentions_request* request);

}  // namespace dateline
