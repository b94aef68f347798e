// The formats that results can be printed in. A format of rows has its own file, format_NAME.cc; row_format.cc lists
// them.
#pragma once

#include <cstdint>

namespace dateline::cli {

enum class Format : std::uint8_t { kText, kJson, kJsonLines, kCsv, kTsv, kMarkdown, kPaths };

// Formats that print one row behind the other, and so any number of them.
constexpr bool is_of_rows(Format format) {
  return format != Format::kText && format != Format::kJson;
}

}  // namespace dateline::cli
