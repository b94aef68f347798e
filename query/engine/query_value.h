// A name as the value of a field in a query text.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// In quotes where it is not one plain word, or where `quoted` wants it. Quotes inside become blanks: no query has them,
// and names are looked up by their words.
std::string value_of_query(std::string_view name, bool quoted);

}  // namespace dateline
