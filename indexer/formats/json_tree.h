// A JSON document as a value, within bounds: for formats whose files are one document. JSON Lines have json_record.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

class JsonWriter;

struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  std::string text;  // of a string; of a number as written; "true" or "false"
  // The values of an array, or of an object with their names; of two with one name the last counts.
  std::vector<std::string> names;
  std::vector<JsonValue> values;

  // nullptr where it is no object or has none of that name.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;
  // The first string or number that is not empty, of the names in this order; "" where none is.
  [[nodiscard]] std::string_view string(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] std::string_view string(std::string_view name) const { return string({name}); }
  // The values of an array of that name; a value that is none is the only one; null is none.
  [[nodiscard]] std::vector<const JsonValue*> list(std::string_view name) const;
};

struct JsonLimits {
  std::size_t values = 2'000'000;
  std::size_t depth = 64;
};

// `json` is valid UTF-8. kUnreadable with the reason where it is no JSON, or beyond the limits.
Result<JsonValue> parse_json_tree(std::string_view json, const JsonLimits& limits = {});

void write_json(const JsonValue& value, JsonWriter& out);

}  // namespace dateline
