// Rows of results, and how each format prints them. Pure functions: same rows, same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/output_format.h"

namespace dateline::cli {

enum class CellKind : std::uint8_t { kText, kNumber, kFlag };  // flags are "true" or "false"

struct Column {
  std::string_view name;
  CellKind kind = CellKind::kText;
};

using Row = std::vector<std::string>;  // as many as there are columns; "" for none

struct Rows {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

struct RowFormat {
  Format format;
  std::string (*head)(const std::vector<Column>& columns);  // nullptr: none
  std::string (*rows)(const Rows& rows);
};

const RowFormat& row_format(Format format);  // one of rows, not kPaths

// RFC 4180: a comma between fields, CR LF behind each row; a field with a comma, a quote or a line end stands in
// quotes, in which a quote is doubled.
extern const RowFormat kCsvFormat;
// A tab between fields; in them \t, \n, \r and \\ stand for what would break them.
extern const RowFormat kTsvFormat;
extern const RowFormat kMarkdownFormat;   // a table
extern const RowFormat kJsonLinesFormat;  // an object a line

}  // namespace dateline::cli
