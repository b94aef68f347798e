// The manual page, in the language of mdoc(7). The tables of the program say what it can do; a frame says the rest.
#pragma once

#include <string>
#include <string_view>

#include "shared/command_line/description.h"

namespace dateline::command_line {

// `frame` is a page of mdoc in which the lines @SYNOPSIS@, @COMMANDS@, @OPTIONS@ and @EXAMPLES@ stand for what is made
// here.
std::string manual_page(const Program& program, std::string_view frame);

}  // namespace dateline::command_line
