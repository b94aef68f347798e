// Profiles and mentions → text for people. Pure functions: same view and screen, same bytes.
#pragma once

#include <string>

#include "query/cli/entity_views.h"
#include "query/cli/screen.h"

namespace dateline::cli {

std::string format_profile(const ProfileView& profile, const Screen& screen);
std::string format_mentions(const MentionsView& mentions, const Screen& screen);

// For standard error, where nobody is chosen: whom the name may mean and how to choose, or that it fits nobody.
std::string report_of(const ChoiceView& choice, std::string_view command);

}  // namespace dateline::cli
