// Text as a terminal shows it: columns instead of bytes, and nothing in it that could command the terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

// What takes one place on the screen: a character with the marks that combine with it.
struct Cell {
  std::string_view bytes;  // of the text it was made from, or of a constant
  std::size_t width = 1;   // columns: 0, 1 or 2
  bool marked = false;     // lies in one of the marked spans
  bool space = false;
  std::uint8_t tag = 0;  // what the caller says it is part of (tag_cells)
};

struct MarkedSpan {  // bytes, end exclusive
  std::size_t begin = 0, end = 0;
};

// Articles come from anywhere: control characters, terminal escapes, marks that turn the direction of writing and
// invisible tags never reach the screen. White space becomes a space, bytes that are not UTF-8 become U+FFFD. `marks`
// are ascending. The cells point into `text`.
std::vector<Cell> cells_of(std::string_view text, std::span<const MarkedSpan> marks = {});

// Gives the tag to the cells that lie in these spans of the text that the cells were made from.
struct TaggedSpan {
  MarkedSpan span;
  std::uint8_t tag = 0;
};
void tag_cells(std::vector<Cell>& cells, std::string_view text, std::span<const TaggedSpan> spans);

std::size_t width_of(std::span<const Cell> cells);

// Breaks at spaces, and inside words that are wider than a line; scripts written without spaces break anywhere. Lines
// have no space at either end; no line for no text. Width at least 1.
std::vector<std::span<const Cell>> wrap(std::span<const Cell> cells, std::size_t width);

// The bytes of the cells, marks ignored.
std::string plain(std::span<const Cell> cells);
std::string safe_text(std::string_view text);  // plain(cells_of(text))

std::size_t display_width(std::string_view text);

// Exactly `width` columns: filled with spaces, or cut with an ellipsis.
std::string fit(std::string_view text, std::size_t width);

std::string with_thousands(unsigned long long number);  // 14000 → "14,000"

}  // namespace dateline::cli
