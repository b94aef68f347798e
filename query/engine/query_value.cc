// Quotes names.
#include "query/engine/query_value.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

bool is_plain(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

std::string value_of_query(std::string_view name, bool quoted) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '"', ' ');
  const bool one_word = !plain.empty() && std::all_of(plain.begin(), plain.end(), is_plain);
  return one_word && !quoted ? plain : concat({"\"", plain, "\""});
}

}  // namespace dateline
