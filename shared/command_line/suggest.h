// What a mistyped command or option was perhaps meant to be.
#pragma once

#include <span>
#include <string_view>

namespace dateline::command_line {

// The candidate that is few typing errors away from `typed` (or that `typed` begins), "" where none is near.
std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates);

}  // namespace dateline::command_line
