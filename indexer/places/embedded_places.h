// data/countries.txt and data/states.txt as bytes of the program.
#pragma once

#include <string_view>

namespace dateline {

std::string_view embedded_countries();
std::string_view embedded_states();

}  // namespace dateline
