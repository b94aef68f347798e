// One line of JSON → the fields of an article, as the publisher wrote them. The only file but its .cc that knows a JSON
// parser is behind it; what the fields become is the format's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

// Where a value goes that has one of our names.
enum class JsonField : std::uint8_t {
  kId,
  kUrl,
  kTitle,
  kDate,
  kAuthor,
  kSource,
  kText,
  kLanguage,
  kDateline,
  kPeople,
  kPlaces,
  kOrganizations,
  kCount
};

// The values of each field: none, one, or several where an array was written. Numbers
// of id and date are given as text.
struct JsonRecord {
  std::vector<std::string> values[static_cast<std::size_t>(JsonField::kCount)];
  [[nodiscard]] const std::vector<std::string>& all(JsonField field) const {
    return values[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::string_view one(JsonField field) const {
    return all(field).empty() ? std::string_view() : std::string_view(all(field).front());
  }
};

// `line` is valid UTF-8. kUnreadable, with the column of the mistake, where it is no JSON object. Escapes of lone
// surrogates become U+FFFD, control bytes that should have been escaped become blanks. Unknown fields and values of
// other types are passed over; of two values for one name the last counts.
Result<JsonRecord> parse_json_record(std::string_view line);

}  // namespace dateline
