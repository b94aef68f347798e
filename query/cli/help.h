// What --help prints. Made from the tables of commands and options, so that it cannot lag behind.
#pragma once

#include <string>

#include "query/cli/command.h"

namespace dateline::cli {

std::string help_text(const CommandInfo* topic);  // nullptr: on the program
std::string short_help();                         // for a program that was started without arguments
std::string version_text();

}  // namespace dateline::cli
