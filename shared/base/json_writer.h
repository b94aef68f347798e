// Writes JSON text. The one way by which JSON leaves our programs; reading it is left to nlohmann-json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// A structured printer: begin/end, key, values; commas are its business. Strings are escaped; bytes that are not valid
// UTF-8 become U+FFFD, so that the output is valid JSON whatever comes in. Misuse asserts.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::uint64_t>(number)); }
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(const std::vector<std::string>& strings);  // an array
  JsonWriter& value(double number, int decimals);  // fixed notation without trailing zeros; not finite → null
  JsonWriter& null();

  template <class Value>
  JsonWriter& field(std::string_view name, const Value& content) {
    return key(name), value(content);
  }

  [[nodiscard]] const std::string& text() const& { return out_; }
  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  void before_value();
  std::string out_;
  bool first_ = true;  // no element yet in the innermost container
  bool after_key_ = false;
};

}  // namespace dateline
