// data/gazetteer.tsv as bytes of the program.
#pragma once

#include <string_view>

namespace dateline {

std::string_view embedded_gazetteer();

}  // namespace dateline
