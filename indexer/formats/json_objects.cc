// A state machine on characters. Memory is the object that is open, nothing grows with nesting.
#include "indexer/formats/json_objects.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestKey = 16;

// How news APIs and databases call what they list.
bool is_list_name(std::string_view key) {
  constexpr std::string_view kNames[] = {"articles", "items", "results", "data",    "docs",
                                         "hits",     "news",  "stories", "entries", "records"};
  return std::find(std::begin(kNames), std::end(kNames), key) != std::end(kNames);
}

bool is_text_name(std::string_view key) {
  constexpr std::string_view kNames[] = {"text", "body", "content", "articleBody"};
  return std::find(std::begin(kNames), std::end(kNames), key) != std::end(kNames);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool JsonObjects::read(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size();) {
    if (in_string_) {
      const std::size_t end = read_string(piece, at);
      keep(piece.substr(at, end - at));
      at = end;
      continue;
    }
    if (!take_character(piece[at])) return false;
    ++at;
  }
  return true;
}

// Behind the last character of the string that is in the piece.
std::size_t JsonObjects::read_string(std::string_view piece, std::size_t at) {
  if (escaped_) {
    escaped_ = false;
    return at + 1;
  }
  const std::size_t end = std::min(piece.find_first_of("\"\\", at), piece.size());
  const std::size_t room = kLongestKey - std::min(kLongestKey, last_string_.size());
  last_string_ += piece.substr(at, std::min(end - at, room));
  if (end == piece.size()) return end;
  escaped_ = piece[end] == '\\';
  in_string_ = escaped_;
  return end + 1;
}

bool JsonObjects::take_character(char c) {
  if (is_blank(c)) {
    keep({&c, 1});
    return true;
  }
  if (depth_ == 0 && c != '{' && c != '[' && c != ',') return is_json_ = false;
  if (depth_ == maybe_list_ && maybe_list_ != 0) {
    if (c == '{') list_depth_ = maybe_list_;
    maybe_list_ = 0;
  }
  if (c == '{' || c == '[') {
    open(c);
    return true;
  }
  keep({&c, 1});
  if (c == '}' || c == ']') return close();
  if (c == '"') {
    in_string_ = true;
    last_string_.clear();
  } else if (c == ':') {
    key_ = last_string_;
    has_text_ = has_text_ || (depth_ == 1 && is_text_name(key_));
  }
  return true;
}

bool JsonObjects::opens_list() const {
  if (depth_ == 0) return true;
  const auto* const open_end =
      brackets_.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(depth_, brackets_.size()));
  return list_depth_ == 0 && depth_ < brackets_.size() && !has_text_ && is_list_name(key_) &&
         std::find(brackets_.begin(), open_end, '[') == open_end;
}

void JsonObjects::open(char bracket) {
  // The object around a list is no article: what is held of it goes when the first object of the list begins.
  const bool begins_record = bracket == '{' && (depth_ == 0 || (list_depth_ != 0 && depth_ == list_depth_));
  if (bracket == '[' && opens_list()) maybe_list_ = depth_ + 1;
  if (begins_record) {
    object_.clear();
    kept_ = true;
    too_large_ = false;
    kept_depth_ = depth_;
    if (depth_ == 0) has_text_ = false;
  }
  if (depth_ < brackets_.size()) brackets_[depth_] = bracket;
  ++depth_;
  keep({&bracket, 1});
}

bool JsonObjects::close() {
  if (depth_ > 0) --depth_;
  if (list_depth_ != 0 && depth_ < list_depth_) {
    list_depth_ = 0;
    kept_ = false;
    // more lists may follow in the same object, which is no article for all that
  }
  if (!kept_ || depth_ != kept_depth_) return true;
  kept_ = false;
  return too_large_ ? sink_.too_large() : sink_.object(std::move(object_));
}

void JsonObjects::keep(std::string_view bytes) {
  if (!kept_ || too_large_) return;
  if (object_.size() + bytes.size() <= limit_) {
    object_ += bytes;
    return;
  }
  too_large_ = true;
  std::string().swap(object_);
}

}  // namespace dateline
