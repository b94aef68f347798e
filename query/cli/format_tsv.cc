// Tab-separated values: one row a line, whatever is in its fields.
#include "query/cli/row_format.h"

namespace dateline::cli {
namespace {

void append_field(std::string& line, std::string_view field) {
  for (const char c : field) {
    switch (c) {
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  }
}

std::string head(const std::vector<Column>& columns) {
  std::string line;
  for (const Column& column : columns) {
    if (!line.empty()) line += '\t';
    append_field(line, column.name);
  }
  return line + "\n";
}

std::string rows(const Rows& all) {
  std::string text;
  for (const Row& row : all.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += '\t';
      append_field(text, row[i]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

const RowFormat kTsvFormat = {Format::kTsv, head, rows};

}  // namespace dateline::cli
