// A piece of a text in one line, with places in it marked: what hits and evidence show.
#pragma once

#include <span>
#include <string_view>

#include "query/engine/search.h"

namespace dateline {

// The part of `window` of about `bytes` bytes that has the first mark, cut at the borders of words; `window` where it
// is not longer. `marks` are ascending.
TextSpan narrow_window(std::string_view text, TextSpan window, std::span<const TextSpan> marks, std::size_t bytes);

// Copies the window with each run of white space as one blank, an ellipsis where it is cut, and the marks in it
// (ascending; one that overlaps an earlier one is left out) moved along.
Snippet write_passage(std::string_view text, TextSpan window, bool cut_front, bool cut_back,
                      std::span<const TextSpan> marks);

// `at`, moved back to where a character begins.
std::size_t character_border(std::string_view text, std::size_t at);

}  // namespace dateline
