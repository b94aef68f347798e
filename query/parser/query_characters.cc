// Classes of characters of a query, and its errors.
#include "query/parser/query_characters.h"

#include <utility>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {

bool is_query_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_curly_quote(char32_t c) {
  return c >= 0x201C && c <= 0x201F;
}
bool is_query_quote(char32_t c) {
  return c == U'"' || is_curly_quote(c);
}

bool ends_query_word(char32_t c) {
  return is_query_space(c) || c == U'(' || c == U')' || is_query_quote(c);
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_code_point(next_code_point(text, at))) return true;
  }
  return false;
}

std::string shown(std::string_view typed) {
  constexpr std::size_t kMost = 60;  // bytes
  if (typed.size() <= kMost) return std::string(typed);
  std::size_t end = 0;
  for (std::size_t next = 0; next <= kMost; next_code_point(typed, next)) end = next;
  return concat({typed.substr(0, end), "…"});
}

Error query_error(TextSpan at, std::string message, std::string hint) {
  return Error{ErrorCode::kQuery, std::move(message), std::move(hint), at};
}

}  // namespace dateline
