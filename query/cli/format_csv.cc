// Comma-separated values, RFC 4180.
#include "query/cli/row_format.h"

namespace dateline::cli {
namespace {

void append_field(std::string& line, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += field;
    return;
  }
  line += '"';
  for (const char c : field) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

std::string head(const std::vector<Column>& columns) {
  std::string line;
  for (const Column& column : columns) {
    if (!line.empty()) line += ',';
    append_field(line, column.name);
  }
  return line + "\r\n";
}

std::string rows(const Rows& all) {
  std::string text;
  for (const Row& row : all.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      append_field(text, row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace

const RowFormat kCsvFormat = {Format::kCsv, head, rows};

}  // namespace dateline::cli
