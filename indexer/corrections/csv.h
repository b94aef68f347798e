// Comma-separated values → records of fields. RFC 4180, with LF or CRLF, quotes only at the begin of a field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

struct CsvRecord {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> fields;
};

// Blank lines are passed over. kUnreadable, with the line, for a quote that is not closed or has something behind it.
Result<std::vector<CsvRecord>> parse_csv(std::string_view bytes);

}  // namespace dateline
