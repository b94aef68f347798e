// Unicode on the hot path: classes of code points and folding, with a short way for ASCII. Stands on utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

bool is_word_code_point(char32_t code_point);    // letters, marks, digits (general categories L*, M*, N*)
bool is_letter_code_point(char32_t code_point);  // L*
bool is_mark_code_point(char32_t code_point);    // M*
bool is_upper_code_point(char32_t code_point);   // Lu, Lt
bool is_lower_code_point(char32_t code_point);   // Ll
bool is_ideograph(char32_t code_point);   // Han, Hiragana, Katakana: scripts written without spaces, a word a character
bool is_zero_width(char32_t code_point);  // soft hyphen, zero-width space and joiners, direction marks, byte order mark

// Case-folds, strips accents and compatibility forms ("Škoda" → "skoda", "ﬁn" → "fin", "ß" → "ss", "Ø" → "o",
// "ł" → "l", "đ" → "d", "’" → "'", "“" → "\"", "–" → "-"), and drops zero-width characters. Marks that make other
// letters stay: "й", "が", the vowel signs of Indic scripts. Appends to `out`. `text` is valid UTF-8. Idempotent.
void fold_to(std::string_view text, std::string& out);
std::string fold(std::string_view text);

// Of the tables in use: "15.0.0".
std::string_view unicode_version();

}  // namespace dateline
