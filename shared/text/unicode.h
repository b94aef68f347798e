// Unicode on the hot path: classes of code points and folding, with a short way for ASCII. Stands on utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

bool is_word_code_point(char32_t code_point);   // letters, marks, digits (general categories L*, M*, N*)
bool is_upper_code_point(char32_t code_point);  // Lu, Lt
bool is_ideograph(char32_t code_point);         // Han, Hiragana, Katakana, Hangul syllables are words by themselves? only
                                                // Han, Hiragana, Katakana: scripts written without spaces

// Case-folds, strips accents and compatibility forms ("Škoda" → "skoda", "ﬁn" → "fin", "ß" → "ss", "Ø" → "o",
// "ł" → "l", "đ" → "d", "’" → "'"). Appends to `out`. `text` is valid UTF-8.
void fold_to(std::string_view text, std::string& out);
std::string fold(std::string_view text);

}  // namespace dateline
