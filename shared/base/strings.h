// Small tools on ASCII and UTF-8 bytes that need no Unicode tables.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// The parts, one after the other, in one allocation.
std::string concat(std::initializer_list<std::string_view> parts);

std::string_view trim(std::string_view text);                      // ASCII white space
std::vector<std::string_view> split_lines(std::string_view text);  // at LF; a CR before it is dropped
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII only
std::string to_lower_ascii(std::string_view text);
std::string with_thousands(std::uint64_t number);                 // 14000 → "14,000"
std::string plural(std::uint64_t number, std::string_view noun);  // "1 article", "14,000 articles"

// Position of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms), npos if all is.
std::size_t find_invalid_utf8(std::string_view text);

// The last place up to `at` where a character of valid UTF-8 begins or the text ends.
std::size_t character_border(std::string_view text, std::size_t at);

// Bytes of the valid UTF-8 sequence that starts at `at`; 0 where none does, or at the end.
std::size_t utf8_length_at(std::string_view text, std::size_t at);

// Decodes one code point at `at` of valid UTF-8 and moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

}  // namespace dateline
