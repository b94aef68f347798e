// JSON that people give us: one object a line, or an array of objects, as plain members. The only file but its .cc that
// knows that a JSON parser is behind it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

struct JsonMembers;

// A string, a truth value, a list of strings, an object of strings or a list of such objects; other things (numbers as
// text) are kept as text. nullopt-like emptiness: a member that is not there reads as "", false, none.
struct JsonMember {
  std::string text;
  bool flag = false;
  std::vector<std::string> texts;                           // a string counts as a list of one
  std::vector<std::map<std::string, std::string>> objects;  // an object counts as a list of one
};
struct JsonMembers {
  std::map<std::string, JsonMember> members;
  [[nodiscard]] const JsonMember& at(const std::string& name) const;
  [[nodiscard]] std::string_view text(const std::string& name) const { return at(name).text; }
};

// Each object with the number of its line (JSON Lines) or of its place in the array, from 1. `bytes` is valid UTF-8.
// kUnreadable with that number where something is no object.
Result<void> read_json_objects(std::string_view bytes,
                               const std::function<Result<void>(std::size_t, const JsonMembers&)>& take);

}  // namespace dateline
