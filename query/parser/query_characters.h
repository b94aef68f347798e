// What the parts of the lexer agree on: which characters part words, and what messages look like.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace dateline {

// Unicode's White_Space and the control characters, which can stand in a pasted query.
bool is_query_space(char32_t c);
// “ ” „ ‟: what word processors and phones make of a typed quote.
bool is_curly_quote(char32_t c);
bool is_query_quote(char32_t c);
// White space, parentheses, quotes.
bool ends_query_word(char32_t c);
// A letter or a digit is in it.
bool has_word(std::string_view text);

// For messages: the front of what was typed.
std::string shown(std::string_view typed);
Error query_error(TextSpan at, std::string message, std::string hint);

}  // namespace dateline
