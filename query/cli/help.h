// What --help prints, and what the manual page and the completions are made from: the tables of commands and options.
#pragma once

#include <string>

#include "query/cli/command.h"
#include "shared/command_line/description.h"

namespace dateline::cli {

// The tables as one value; it points into them.
command_line::Program description();

std::string help_text(const CommandInfo* topic);  // nullptr: on the program
std::string short_help();                         // for a program that was started without arguments
std::string version_text();

}  // namespace dateline::cli
