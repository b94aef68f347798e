// Cuts and copies; knows no query.
#include "query/engine/passage.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t word_border_before(std::string_view text, std::size_t at, std::size_t not_before) {
  while (at > not_before && text[at - 1] != ' ' && text[at - 1] != '\n') --at;
  return at;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

}  // namespace

std::size_t character_border(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

TextSpan narrow_window(std::string_view text, TextSpan window, std::span<const TextSpan> marks, std::size_t bytes) {
  if (window.end - window.begin <= bytes) return window;
  std::size_t begin = window.begin;
  for (const TextSpan& mark : marks) {
    if (mark.begin < window.begin || mark.end > window.end) continue;
    const std::size_t lead = std::min(bytes / 3, mark.begin - window.begin);
    if (mark.end > window.begin + bytes) begin = word_border_before(text, mark.begin - lead, window.begin);
    // A text without blanks would put the mark outside.
    if (mark.begin - begin > bytes) begin = character_border(text, mark.begin - lead);
    break;
  }
  std::size_t end = std::min(begin + bytes, window.end);
  if (end < window.end) {
    const std::size_t border = word_border_before(text, end, begin);
    end = border > begin ? border : std::max(begin, character_border(text, end));
  }
  return {begin, end};
}

Snippet write_passage(std::string_view text, TextSpan window, bool cut_front, bool cut_back,
                      std::span<const TextSpan> marks) {
  Snippet out;
  if (cut_front) out.text += kEllipsis;
  auto mark = marks.begin();
  std::size_t covered = window.begin;  // marks up to here are written
  TextSpan open{};
  bool in_mark = false;
  for (std::size_t at = window.begin; at < window.end; ++at) {
    if (!in_mark) {
      while (mark != marks.end() && mark->begin < std::max(at, covered)) ++mark;
      if (mark != marks.end() && mark->begin == at && mark->end <= window.end) {
        open = {out.text.size(), mark->end};
        in_mark = true;
      }
    }
    const bool space = is_space(text[at]);
    if (!space)
      out.text += text[at];
    else if (!out.text.empty() && out.text.back() != ' ')
      out.text += ' ';
    if (in_mark && at + 1 == open.end) {
      out.highlights.push_back({open.begin, out.text.size()});
      covered = at + 1;
      in_mark = false;
    }
  }
  while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
  if (cut_back) out.text += kEllipsis;
  return out;
}

}  // namespace dateline
