// The words of a command line → options and arguments, as they were given. Knows no values.
#pragma once

#include <dateline.hpp>
#include <string>
#include <vector>

#include "query/cli/arguments.h"

namespace dateline::cli {

// One option as it was given, or an argument where the name is empty.
struct Given {
  std::string name;
  std::string value;
};

api::Result<std::vector<Given>> split_options(const std::vector<std::string>& words, const CommandInfo& command);

}  // namespace dateline::cli
