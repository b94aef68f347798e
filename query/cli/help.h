// What --help prints. Made from the table of options, so that it cannot lag behind.
#pragma once

#include <optional>
#include <string>

#include "query/cli/option_table.h"

namespace dateline::cli {

std::string help_text(std::optional<Command> topic);  // nullopt: on the program
std::string short_help();                             // for a command line without a command
std::string version_text();

}  // namespace dateline::cli
