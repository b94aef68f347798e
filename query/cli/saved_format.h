// Saved searches as text for people.
#pragma once

#include <dateline_saved.hpp>
#include <string>

#include "query/cli/screen.h"

namespace dateline::cli {

// The query and its filters as they would be typed after `dateline search`.
std::string command_line_of(const api::SavedSearch& search);
// `matches`: what is known of how many articles match now; "" for nothing.
std::string format_saved(const api::SavedSearch& search, std::string_view matches, const Screen& screen);

}  // namespace dateline::cli
