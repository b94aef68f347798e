// How the lines of a text are meant: wrapped at a width, or a line for each paragraph.
#pragma once

#include <string_view>

namespace dateline {

// Whether most line ends only wrap the text, as in wire copy of 60 to 80 columns. False for a text of one line.
bool is_wrapped(std::string_view text);

}  // namespace dateline
