// Widths are utf8proc's (East Asian wide characters take two columns).
#include "query/cli/display_text.h"

#include <utf8proc.h>

#include <algorithm>

namespace dateline::cli {
namespace {

constexpr std::string_view kSpace = " ";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kMostMarks =
    8;  // combining marks on one character; more are a prank that paints over other lines

struct Decoded {
  utf8proc_int32_t code = -1;  // -1: not UTF-8
  std::size_t size = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {};
  return {code, static_cast<std::size_t>(size)};
}

bool is_space(utf8proc_int32_t code) {
  if (code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85) return true;
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

// Controls, and format characters but the two joiners that scripts and emoji need.
bool is_forbidden(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  if (category == UTF8PROC_CATEGORY_CF) return code != 0x200C && code != 0x200D;
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CS;
}

bool breaks_anywhere(const Cell& cell) {
  return cell.width == 2;
}

}  // namespace

std::vector<Cell> cells_of(std::string_view text, std::span<const MarkedSpan> marks) {
  std::vector<Cell> cells;
  cells.reserve(text.size());
  std::size_t mark = 0;
  std::size_t combined = 0;
  for (std::size_t at = 0; at < text.size();) {
    while (mark < marks.size() && marks[mark].end <= at) ++mark;
    const bool marked = mark < marks.size() && marks[mark].begin <= at;
    const Decoded one = decode(text, at);
    const std::string_view bytes = text.substr(at, one.size);
    at += one.size;
    if (one.code < 0) {
      cells.push_back({kReplacement, 1, marked, false});
    } else if (is_space(one.code)) {
      cells.push_back({kSpace, 1, marked, true});
    } else if (!is_forbidden(one.code)) {
      const auto width = static_cast<std::size_t>(std::clamp(utf8proc_charwidth(one.code), 0, 2));
      combined = width == 0 ? combined + 1 : 0;
      if (combined <= kMostMarks && !(width == 0 && cells.empty())) cells.push_back({bytes, width, marked, false});
    }
  }
  return cells;
}

void tag_cells(std::vector<Cell>& cells, std::string_view text, std::span<const TaggedSpan> spans) {
  auto span = spans.begin();
  bool inside = false;  // of `span`; cells of white space are no bytes of the text
  for (Cell& cell : cells) {
    const bool of_text = cell.bytes.data() >= text.data() && cell.bytes.data() < text.data() + text.size();
    if (of_text) {
      const auto at = static_cast<std::size_t>(cell.bytes.data() - text.data());
      while (span != spans.end() && span->span.end <= at) ++span;
      inside = span != spans.end() && span->span.begin <= at;
    }
    if (inside && (of_text || cell.space)) cell.tag = span->tag;
  }
  // A blank behind the last word of a span took its tag.
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].space && (i + 1 == cells.size() || cells[i + 1].tag != cells[i].tag)) cells[i].tag = 0;
  }
}

std::size_t width_of(std::span<const Cell> cells) {
  std::size_t width = 0;
  for (const Cell& cell : cells) width += cell.width;
  return width;
}

std::vector<std::span<const Cell>> wrap(std::span<const Cell> cells, std::size_t width) {
  std::vector<std::span<const Cell>> lines;
  std::size_t at = 0;
  while (true) {
    while (at < cells.size() && cells[at].space) ++at;
    if (at == cells.size()) return lines;
    std::size_t used = 0;
    std::size_t end = at;
    std::size_t last_break = at;  // where the line can end so that the next begins with a word
    while (end < cells.size() && (used + cells[end].width <= width || end == at)) {
      if (end > at && (cells[end].space || breaks_anywhere(cells[end]) || breaks_anywhere(cells[end - 1])))
        last_break = end;
      used += cells[end++].width;
    }
    const bool whole =
        end == cells.size() || cells[end].space || breaks_anywhere(cells[end]) || breaks_anywhere(cells[end - 1]);
    if (!whole && last_break > at) end = last_break;
    while (end < cells.size() && cells[end].width == 0) ++end;
    std::size_t trimmed = end;
    while (trimmed > at && cells[trimmed - 1].space) --trimmed;
    lines.push_back(cells.subspan(at, trimmed - at));
    at = end;
  }
}

std::string plain(std::span<const Cell> cells) {
  std::string text;
  for (const Cell& cell : cells) text += cell.bytes;
  return text;
}

std::string safe_text(std::string_view text) {
  return plain(cells_of(text));
}

std::size_t display_width(std::string_view text) {
  return width_of(cells_of(text));
}

std::string fit(std::string_view text, std::size_t width) {
  const std::vector<Cell> cells = cells_of(text);
  const std::size_t whole = width_of(cells);
  if (whole <= width) return plain(cells) + std::string(width - whole, ' ');
  if (width == 0) return {};
  std::size_t used = 0;
  std::size_t end = 0;
  while (used + cells[end].width <= width - 1) used += cells[end++].width;
  return plain(std::span(cells).first(end)) + std::string(kEllipsis) + std::string(width - 1 - used, ' ');
}

std::string with_thousands(unsigned long long number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

}  // namespace dateline::cli
