// A saved news page as plain text → title, source, authors, date, dateline, and the story without furniture.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/article.h"

namespace dateline {

// `text` is valid UTF-8. Fills title (made from the first sentence and marked where there is none), source, authors,
// contributors, published, dateline, text of an Article; the rest stays empty. No sentence of the story is lost; what
// is not certainly furniture stays.
Article clean_page_text(std::string_view text);

// For text that a publisher gave as such (JSON): control bytes, zero-width and no-break spaces, CRLF, trailing blanks,
// and more than one blank line in a row go; no furniture is looked for. Also the first step of clean_page_text. `text`
// is valid UTF-8, the result is too.
std::string normalize_text(std::string_view text);

// The same for a title or a name: one line, single spaces, none around it.
std::string normalize_line(std::string_view text);

// The text without a wire's sign-off: a last line that is nothing but an agency's name ("REUTER", "AP").
std::string_view without_sign_off(std::string_view text);

// The text without what programs leave in it that take stories out of pages: scripts, rows of share buttons, counts of
// comments on a line of their own or behind a byline, a body's placeholder ("Blah blah blah."), the blanks inside of
// "( GOOG.O )". Time is linear.
std::string without_leftovers(std::string_view text);

// A title for an article that has none: its first sentence without a dateline, cut at a word near 120 characters with
// an ellipsis.
std::string make_title(std::string_view text);

}  // namespace dateline
