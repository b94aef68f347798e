// Stands on nlohmann-json. Depth is limited before parsing into a tree: a hostile file must not cost the stack.
#include "indexer/corrections/json_input.h"

#include <nlohmann/json.hpp>

#include "shared/base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 16;

bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() || value.is_structured() ? std::string() : value.dump();
}

std::map<std::string, std::string> object_of(const Json& value) {
  std::map<std::string, std::string> members;
  for (const auto& [name, member] : value.items()) members.emplace(name, text_of(member));
  return members;
}

JsonMember member_of(const Json& value) {
  JsonMember member{
      .text = text_of(value), .flag = value.is_boolean() && value.get<bool>(), .texts = {}, .objects = {}};
  if (value.is_string()) member.texts.push_back(member.text);
  if (value.is_object()) member.objects.push_back(object_of(value));
  if (!value.is_array()) return member;
  for (const Json& each : value) {
    if (each.is_string()) member.texts.push_back(each.get<std::string>());
    if (each.is_object()) member.objects.push_back(object_of(each));
  }
  return member;
}

Error unreadable(std::size_t number, std::string_view what) {
  return {.code = ErrorCode::kUnreadable, .message = concat({"line ", std::to_string(number), ": ", what})};
}

Result<Json> parse(std::string_view text, std::size_t number) {
  if (is_too_deep(text)) return unreadable(number, "the JSON is nested too deeply");
  Json parsed = Json::parse(text, nullptr, false);
  if (parsed.is_discarded()) return unreadable(number, "not valid JSON");
  return parsed;
}

Result<void> take_object(const Json& object, std::size_t number,
                         const std::function<Result<void>(std::size_t, const JsonMembers&)>& take) {
  if (!object.is_object()) return unreadable(number, "not a JSON object");
  JsonMembers members;
  for (const auto& [name, value] : object.items()) members.members.emplace(name, member_of(value));
  return take(number, members);
}

}  // namespace

const JsonMember& JsonMembers::at(const std::string& name) const {
  static const JsonMember kNone;
  const auto found = members.find(name);
  return found == members.end() ? kNone : found->second;
}

Result<void> read_json_objects(std::string_view bytes,
                               const std::function<Result<void>(std::size_t, const JsonMembers&)>& take) {
  if (trim(bytes).starts_with('[')) {
    auto list = parse(bytes, 1);
    if (!list) return std::move(list).error();
    std::size_t number = 0;
    for (const Json& object : *list) {
      if (auto taken = take_object(object, ++number, take); !taken) return taken;
    }
    return {};
  }
  std::size_t number = 0;
  for (const std::string_view line : split_lines(bytes)) {
    ++number;
    if (trim(line).empty()) continue;
    auto object = parse(line, number);
    if (!object) return std::move(object).error();
    if (auto taken = take_object(*object, number, take); !taken) return taken;
  }
  return {};
}

}  // namespace dateline
