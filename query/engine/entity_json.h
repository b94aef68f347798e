// Profiles and mentions as JSON. The shapes are fixed: docs/ has their schemas; add fields, change none.
#pragma once

#include <string>

#include "query/engine/entity_profile.h"
#include "query/engine/mention_list.h"

namespace dateline {

std::string profile_to_json(const EntityProfile& profile);
std::string mentions_to_json(const MentionList& mentions);

}  // namespace dateline
