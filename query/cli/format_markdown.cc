// A table of GitHub Flavored Markdown, for notes. A column "url" becomes a link of the title.
#include <algorithm>

#include "query/cli/display_text.h"
#include "query/cli/row_format.h"

namespace dateline::cli {
namespace {

// What Markdown would take for markup.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : safe_text(text)) {
    if (std::string_view("\\`*_[]<>|~#&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string link(const std::string& title, std::string_view url) {
  const bool plain = url.starts_with("http") && url.find_first_of(" <>\\\n\r\t") == std::string_view::npos;
  if (!plain) return title;
  std::string address;  // a bar would end the cell
  for (const char c : url) address += c == '|' ? "%7C" : std::string(1, c);
  return "[" + title + "](<" + address + ">)";
}

std::size_t place_of(const std::vector<Column>& columns, std::string_view name) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
  return static_cast<std::size_t>(found - columns.begin());
}

std::string head(const std::vector<Column>& columns) {
  std::string names = "|", rule = "|";
  for (const Column& column : columns) {
    if (column.name == "url") continue;
    names += " " + std::string(column.name) + " |";
    rule += column.kind == CellKind::kNumber ? " ---: |" : " --- |";
  }
  return names + "\n" + rule + "\n";
}

std::string rows(const Rows& all) {
  const std::size_t title = place_of(all.columns, "title");
  const std::size_t url = place_of(all.columns, "url");
  std::string text;
  for (const Row& row : all.rows) {
    text += '|';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == url) continue;
      const std::string cell = escaped(row[i]);
      text += " " + (i == title && url < row.size() ? link(cell, row[url]) : cell) + " |";
    }
    text += '\n';
  }
  return text;
}

}  // namespace

const RowFormat kMarkdownFormat = {Format::kMarkdown, head, rows};

}  // namespace dateline::cli
