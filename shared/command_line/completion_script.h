// The scripts that make bash, zsh and fish ask a program how its command line may go on.
#pragma once

#include <string>
#include <string_view>

namespace dateline::command_line {

// "" for a shell that is not known. The script calls `PROGRAM completion candidates -- WORD…`.
std::string completion_script(std::string_view program, std::string_view shell);

}  // namespace dateline::command_line
