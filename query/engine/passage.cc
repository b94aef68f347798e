// Cuts and copies; knows no query.
#include "query/engine/passage.h"

#include <algorithm>
#include <iterator>

#include "shared/base/strings.h"

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
  PassageWriter writer(text);
  writer.add(window, cut_front, cut_back);
  Snippet out{.text = writer.written(), .highlights = {}};
  for (const TextSpan& mark : marks) {
    const TextSpan place = writer.place_of(mark);
    const bool overlaps = !out.highlights.empty() && place.begin < out.highlights.back().end;
    if (place.begin < place.end && !overlaps) out.highlights.push_back(place);
  }
  return out;
}

void PassageWriter::add(TextSpan window, bool cut_front, bool cut_back) {
  while (window.begin < window.end && is_space(text_[window.begin])) ++window.begin;
  while (window.end > window.begin && is_space(text_[window.end - 1])) --window.end;
  if (!out_.empty())
    out_ += cut_ ? " " : concat({" ", kEllipsis, " "});
  else if (cut_front)
    out_ += kEllipsis;
  for (std::size_t at = window.begin; at < window.end;) {
    std::size_t end = at;
    while (end < window.end && (!is_space(text_[end]) || (text_[end] == ' ' && !is_space(text_[end + 1])))) ++end;
    pieces_.push_back({.from = at, .to = out_.size(), .size = end - at});
    out_ += text_.substr(at, end - at);
    if (end < window.end) out_ += ' ';
    while (end < window.end && is_space(text_[end])) ++end;
    at = end;
  }
  if (cut_back) out_ += kEllipsis;
  cut_ = cut_back;
  windows_.push_back(window);
}

TextSpan PassageWriter::place_of(TextSpan span) const {
  const auto window = std::upper_bound(windows_.begin(), windows_.end(), span.begin,
                                       [](std::size_t at, const TextSpan& w) { return at < w.begin; });
  if (window == windows_.begin() || span.end > std::prev(window)->end || span.begin >= span.end) return {};
  const auto place = [this](std::size_t at) {
    const auto piece = std::prev(
        std::upper_bound(pieces_.begin(), pieces_.end(), at, [](std::size_t a, const Piece& p) { return a < p.from; }));
    return piece->to + std::min(at - piece->from, piece->size);
  };
  return {place(span.begin), place(span.end - 1) + 1};
}

}  // namespace dateline
