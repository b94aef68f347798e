// Stands on nlohmann-json's event parser: no tree is built, and only wanted strings are kept. The parser is iterative,
// so that nesting costs it no stack.
#include "indexer/formats/json_record.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

// Receives the parser's events. A value is wanted by its path: the names of the objects that it is in, and its own.
class RecordEvents final : public nlohmann::json_sax<Json> {
 public:
  explicit RecordEvents(FieldCollector& fields) : fields_(fields) {}

  bool null() override { return in_object(); }
  bool boolean(bool) override { return in_object(); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override {
    if (wanted_ && lists_ <= 1) fields_.add(*wanted_, std::move(value));
    return in_object();
  }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    ++objects_;
    if (objects_ <= kDeepest) outer_.push_back({path_.size(), lists_});
    wanted_.reset();
    return true;
  }
  bool key(string_t& name) override {
    if (objects_ > kDeepest) return true;
    path_.resize(outer_.back().path_size);
    lists_ = 0;
    if (!path_.empty()) path_ += '.';
    path_ += name;
    wanted_ = fields_.slot_of(path_);
    if (wanted_ && objects_ == 1) fields_.clear(*wanted_);
    return true;
  }
  bool end_object() override {
    wanted_.reset();
    if (objects_-- > kDeepest) return true;
    path_.resize(outer_.back().path_size);
    lists_ = outer_.back().lists;
    outer_.pop_back();
    if (!outer_.empty()) wanted_ = fields_.slot_of(path_);  // strings and objects may be mixed in a list
    return true;
  }
  bool start_array(std::size_t) override {
    ++lists_;
    return in_object();
  }
  bool end_array() override {
    --lists_;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    error_position_ = position;
    error_text_ = error.what();
    return false;
  }

  [[nodiscard]] std::size_t error_position() const { return error_position_; }
  [[nodiscard]] const std::string& error_text() const { return error_text_; }

 private:
  static constexpr std::size_t kDeepest = 8;  // objects within each other, in which names are looked for

  [[nodiscard]] bool in_object() const { return objects_ > 0; }  // false: the line is a value, not an object

  // Text is never a number: whoever writes one there has mixed up his fields.
  bool number(std::string written) {
    const auto field = wanted_ && lists_ <= 1 ? std::optional(fields_.field_of(*wanted_)) : std::nullopt;
    const bool may_be_number =
        field == RecordField::kId || field == RecordField::kDate || field == RecordField::kAddressRecord;
    if (may_be_number) fields_.add(*wanted_, std::move(written));
    return in_object();
  }

  FieldCollector& fields_;
  std::optional<std::size_t> wanted_;  // where the value of the path goes
  std::string path_;
  struct Outer {
    std::size_t path_size, lists;
  };
  std::vector<Outer> outer_;  // what it was outside of each object that is open
  std::size_t lists_ = 0;     // within each other, of the present name
  std::size_t objects_ = 0;   // that are open
  std::size_t error_position_ = 0;
  std::string error_text_;
};

// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value - invalid
// literal; last read: …" → "invalid literal"
std::string reason_of(std::string_view text) {
  constexpr std::string_view kPlace = "column ";
  if (const std::size_t at = text.find(kPlace); at != std::string_view::npos) {
    const std::size_t colon = text.find(": ", at);
    if (colon != std::string_view::npos) text.remove_prefix(colon + 2);
  }
  const std::size_t last_read = text.find("; last read: ");
  const std::size_t expected = text.rfind("; expected ");
  std::string reason(text.substr(0, std::min(last_read, text.size())));
  if (expected != std::string_view::npos && expected > last_read) reason += text.substr(expected);
  constexpr std::string_view kSyntax = "syntax error while parsing ";
  if (reason.starts_with(kSyntax)) reason.erase(0, kSyntax.size());
  return reason.substr(0, 200);
}

// Columns count characters from 1, as editors do.
std::size_t column_of(std::string_view line, std::size_t position) {
  const std::string_view before = line.substr(0, std::min(position, line.size()));
  return static_cast<std::size_t>(std::count_if(
      before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Error not_an_object(std::string_view line, const RecordEvents& events) {
  constexpr std::string_view kHint = "each line must be one JSON object with a field \"text\"";
  if (events.error_text().empty()) return unreadable("column 1: a JSON value, but not an object", kHint);
  const std::size_t column = std::max<std::size_t>(1, column_of(line, events.error_position()));
  return unreadable(concat({"column ", std::to_string(column), ": no valid JSON: ", reason_of(events.error_text())}),
                    kHint);
}

// The four hexadecimal digits of a \u escape at `at` (where the backslash is); nullopt where there is none.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(to_lower_ascii(text.substr(i, 1)));
    if (digit == std::string_view::npos) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(digit);
  }
  return unit;
}

// What JSON forbids and real files have, put right: lone surrogates and bare control bytes. The same length as before,
// so that columns stay.
std::string repaired(std::string_view line) {
  std::string out(line);
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (static_cast<unsigned char>(out[at]) < 0x20) out[at] = ' ';
    if (out[at] != '\\') continue;
    const auto unit = escaped_unit(out, at);
    if (!unit || *unit < 0xD800 || *unit > 0xDFFF) {
      ++at;  // whatever is escaped, it is no backslash of its own
      continue;
    }
    const auto low = escaped_unit(out, at + 6);
    const bool pair = *unit < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF;
    if (!pair) out.replace(at + 2, 4, "fffd");
    at += pair ? 11 : 5;
  }
  return out;
}

std::optional<Error> parse_into(std::string_view line, FieldCollector& fields) {
  RecordEvents events(fields);
  if (Json::sax_parse(line.begin(), line.end(), &events)) return std::nullopt;
  return not_an_object(line, events);
}

}  // namespace

Result<RecordFields> parse_json_record(std::string_view line, const FieldMap* map) {
  FieldCollector fields(map);
  auto error = parse_into(line, fields);
  if (!error) return fields.take();
  const std::string second = repaired(line);
  if (second == line) return *std::move(error);
  FieldCollector anew(map);
  if (auto still = parse_into(second, anew)) return *std::move(still);
  return anew.take();
}

}  // namespace dateline
