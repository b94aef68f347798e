// Names of files that an archive is known by.
#pragma once

#include <string_view>

namespace dateline {

inline constexpr std::string_view kCatalogFile = "catalog.sqlite3";  // a folder that has it is an archive

}  // namespace dateline
