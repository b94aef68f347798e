// Where sentences and paragraphs end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

struct Sentence {
  std::uint32_t begin = 0, end = 0;  // bytes, without surrounding white space; never empty
  bool ends_paragraph = false;       // a blank line, or a line end that ends a paragraph, follows
};

// Splits at . ! ? … (with closing quotes and brackets behind them) before white space and a word that may start a
// sentence; not after abbreviations ("Mr.", "U.S.", "St.", "Corp.", "Jan.", initials such as "J."), unless a new line
// follows. A blank line always ends sentence and paragraph; a single line end ends them where the text has no blank
// lines between its paragraphs (long lines), and is white space where lines are wrapped at a width. Linear time.
std::vector<Sentence> split_sentences(std::string_view text);
void split_sentences(std::string_view text, std::vector<Sentence>& out);  // the same into memory that is reused

}  // namespace dateline
