// Text → tokens as the recogniser was trained on them: words, punctuation marks and possessives apart, with sentence
// borders. Knows no features and no names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

struct TaggerToken {
  std::uint32_t begin = 0, end = 0;  // bytes in the text, on character boundaries; never empty
  bool sentence_start = false;
};

// Appends the tokens of `text`, in order and without overlap; every byte that is not white space is in one token. A
// hyphen between letters is a token of its own ("Israel", "-", "Hamas"), so are a possessive 's, marks and brackets;
// abbreviations, initials, acronyms, numbers, addresses, @names and #tags stay whole. A sentence ends at . ! ? … or at
// the end of a line, unless lines look wrapped at a width. Linear time; bytes that are not UTF-8 are marks.
void split_tagger_tokens(std::string_view text, std::vector<TaggerToken>& out);

}  // namespace dateline
