// Stands on nlohmann-json's event parser, so that the bounds are looked at while it reads.
#include "indexer/formats/json_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/formats/format_tools.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using Kind = JsonValue::Kind;

class TreeEvents final : public nlohmann::json_sax<Json> {
 public:
  TreeEvents(JsonValue& root, const JsonLimits& limits) : root_(root), limits_(limits) {}

  bool null() override { return add(Kind::kNull, {}); }
  bool boolean(bool value) override { return add(Kind::kBoolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(Kind::kNumber, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(Kind::kNumber, std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return add(Kind::kNumber, written); }
  bool string(string_t& value) override { return add(Kind::kString, std::move(value)); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(Kind::kObject); }
  bool start_array(std::size_t) override { return open(Kind::kArray); }
  bool end_object() override { return open_.pop_back(), true; }
  bool end_array() override { return open_.pop_back(), true; }
  bool key(string_t& name) override { return open_.back()->names.push_back(std::move(name)), true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_ = concat({"no valid JSON at byte ", std::to_string(position)});
    return false;
  }

  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  bool add(Kind kind, std::string text) {
    if (++count_ > limits_.values) return refuse("it has too many values");
    JsonValue& place = open_.empty() ? root_ : open_.back()->values.emplace_back();
    place.kind = kind;
    place.text = std::move(text);
    return true;
  }

  // A value does not move while it is open: only the innermost one grows.
  bool open(Kind kind) {
    if (open_.size() >= limits_.depth) return refuse("its values are nested too deep");
    if (!add(kind, {})) return false;
    open_.push_back(open_.empty() ? &root_ : &open_.back()->values.back());
    return true;
  }

  bool refuse(std::string_view why) {
    error_ = concat({"JSON that is too large to be one document: ", why});
    return false;
  }

  JsonValue& root_;
  const JsonLimits& limits_;
  std::vector<JsonValue*> open_;
  std::size_t count_ = 0;
  std::string error_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (std::size_t at = std::min(names.size(), values.size()); at > 0; --at) {
    if (names[at - 1] == name) return &values[at - 1];
  }
  return nullptr;
}

std::string_view JsonValue::string(std::initializer_list<std::string_view> wanted) const {
  for (const std::string_view name : wanted) {
    const JsonValue* const found = find(name);
    const bool scalar = found != nullptr && (found->kind == Kind::kString || found->kind == Kind::kNumber);
    if (scalar && !trim(found->text).empty()) return found->text;
  }
  return {};
}

std::vector<const JsonValue*> JsonValue::list(std::string_view name) const {
  std::vector<const JsonValue*> all;
  const JsonValue* const found = find(name);
  if (found == nullptr || found->kind == Kind::kNull) return all;
  if (found->kind != Kind::kArray) return {found};
  for (const JsonValue& each : found->values) all.push_back(&each);
  return all;
}

Result<JsonValue> parse_json_tree(std::string_view json, const JsonLimits& limits) {
  JsonValue root;
  TreeEvents events(root, limits);
  if (Json::sax_parse(json.begin(), json.end(), &events)) return root;
  return unreadable(events.error());
}

void write_json(const JsonValue& value, JsonWriter& out) {
  if (value.kind == Kind::kObject) {
    out.begin_object();
    for (std::size_t i = 0; i < std::min(value.names.size(), value.values.size()); ++i) {
      out.key(value.names[i]);
      write_json(value.values[i], out);
    }
    out.end_object();
  } else if (value.kind == Kind::kArray) {
    out.begin_array();
    for (const JsonValue& each : value.values) write_json(each, out);
    out.end_array();
  } else if (value.kind == Kind::kString || value.kind == Kind::kNumber) {
    out.value(value.text);
  } else if (value.kind == Kind::kBoolean) {
    out.value(value.text == "true");
  } else {
    out.null();
  }
}

}  // namespace dateline
