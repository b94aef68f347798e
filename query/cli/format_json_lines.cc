// JSON Lines: an object a line.
#include "query/cli/json_text.h"
#include "query/cli/row_format.h"

namespace dateline::cli {
namespace {

std::string value(const Column& column, const std::string& cell) {
  if (column.kind == CellKind::kText) return json_string(cell);
  return cell.empty() ? "null" : cell;
}

std::string rows(const Rows& all) {
  std::string text;
  for (const Row& row : all.rows) {
    text += '{';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      text += json_string(all.columns[i].name) + ":" + value(all.columns[i], row[i]);
    }
    text += "}\n";
  }
  return text;
}

}  // namespace

const RowFormat kJsonLinesFormat = {Format::kJsonLines, nullptr, rows};

}  // namespace dateline::cli
