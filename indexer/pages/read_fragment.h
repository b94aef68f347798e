// A piece of HTML that is all story, as feeds and wires send it → its text. Looks for no story and for no furniture
// around it, but for buttons and forms.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// `html` is valid UTF-8; the result is normalised.
std::string read_fragment(std::string_view html);

}  // namespace dateline
