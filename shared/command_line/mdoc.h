// Prose and arguments in the language of mdoc(7).
#pragma once

#include <string>
#include <string_view>

namespace dateline::command_line {

// Prose as description.h has it, as lines of mdoc: options, variables, literal text and values become macros; each
// sentence begins a line.
std::string mdoc_prose(std::string_view text);

// "NAME [QUERY…]" as lines: ".Ar name", ".Op Ar query ...".
std::string mdoc_arguments(std::string_view arguments);
// The same behind a command in a list's tag: " Ar name Op Ar query ...".
std::string mdoc_inline_arguments(std::string_view arguments);

std::string mdoc_literal(std::string_view lines);  // lines as they are
std::string mdoc_dots(std::string_view text);      // "…" as three dots

}  // namespace dateline::command_line
