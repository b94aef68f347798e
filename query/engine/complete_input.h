// Where in a text that is being typed the part lies which can be completed. Knows the field table; no archive.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

// What has been begun at the end of a query text. Views are of that text.
struct BegunInput {
  std::size_t begin = 0;             // byte where it begins: its field, else its value
  std::optional<std::size_t> field;  // place in kFields, where one applies to it
  std::string_view field_text;       // "person:" or "org:=" as typed; "" where the field stands before a parenthesis
  bool quoted = false;               // a quote is open
  std::string_view value;            // as far as it is typed; without the quote
};

// `text` up to the place of typing. Behind white space, nothing has been begun: the value is empty.
BegunInput begun_input(std::string_view text);

}  // namespace dateline
