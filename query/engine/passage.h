// A piece of a text in one line, with places in it marked: what hits and evidence show.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/search.h"

namespace dateline {

// The part of `window` of about `bytes` bytes that has the first mark, cut at the borders of words; `window` where it
// is not longer. `marks` are ascending.
TextSpan narrow_window(std::string_view text, TextSpan window, std::span<const TextSpan> marks, std::size_t bytes);

// Copies the window with each run of white space as one blank, an ellipsis where it is cut, and the marks in it
// (ascending; one that overlaps an earlier one is left out) moved along.
Snippet write_passage(std::string_view text, TextSpan window, bool cut_front, bool cut_back,
                      std::span<const TextSpan> marks);

// Several passages in one line with places in them marked.
class PassageWriter {
 public:
  explicit PassageWriter(std::string_view text) : text_(text) {}
  // Windows come in the order of the text. Each run of white space becomes one blank; an ellipsis where it is cut, one
  // between blanks before a further window.
  void add(TextSpan window, bool cut_front, bool cut_back);
  // Where a span of the text stands in what was written; empty where it is not in one of the windows.
  [[nodiscard]] TextSpan place_of(TextSpan span) const;
  [[nodiscard]] const std::string& written() const { return out_; }

 private:
  struct Piece {  // bytes that were copied as they are
    std::size_t from = 0, to = 0, size = 0;
  };
  std::string_view text_;
  std::string out_;
  std::vector<Piece> pieces_;      // ascending
  std::vector<TextSpan> windows_;  // ascending
  bool cut_ = false;               // the last window ends in an ellipsis
};

}  // namespace dateline
