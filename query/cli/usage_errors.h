// What is said about a wrong command line.
#pragma once

#include <dateline.hpp>
#include <string>
#include <string_view>

#include "query/cli/option_table.h"

namespace dateline::cli {

api::Error usage(std::string message, std::string hint);
std::string quoted(std::string_view text);
const CommandInfo* find_command(std::string_view name);  // nullptr for none
const OptionInfo* find_option(std::string_view name);
std::string_view name_of(Command command);

}  // namespace dateline::cli
