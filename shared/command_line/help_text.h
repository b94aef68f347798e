// What --help prints: examples first.
#pragma once

#include <string>

#include "shared/command_line/description.h"

namespace dateline::command_line {

std::string program_help(const Program& program);
std::string group_help(const Program& program, const Group& group);
std::string command_help(const Program& program, const Command& command);

}  // namespace dateline::command_line
