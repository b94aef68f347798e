// The words of a command line → options and arguments, as they were given. Knows no values.
#pragma once

#include <dateline.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/arguments.h"

namespace dateline::cli {

// The name that the first `--` of a command with two queries has.
inline constexpr std::string_view kSeparator = "--";

// One option as it was given, or an argument where the name is empty.
struct Given {
  std::string name;
  std::string value;
};

api::Result<std::vector<Given>> split_options(const std::vector<std::string>& words, const CommandInfo& command);

}  // namespace dateline::cli
