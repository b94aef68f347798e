// What programs leave in texts that they take out of pages.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestScript = 20'000;                // bytes
constexpr std::string_view kPlaceholder = "Blah blah blah.";  // of Reuters-21578, for bodies that were not kept

// Bytes of "Click to share on WhatsApp (Opens in new window)" at the begin of `text`; 0 where it is something else.
std::size_t share_button(std::string_view text) {
  constexpr std::string_view kEnd = "(Opens in new window)";
  constexpr std::size_t kLongest = 100;
  const bool button = text.starts_with("Click to share on ") || text.starts_with("Click to email ") ||
                      text.starts_with("Click to print ");
  const std::size_t end = button ? text.substr(0, kLongest).find(kEnd) : kNone;
  return end == kNone ? 0 : end + kEnd.size();
}

// Bytes of a call such as "(function(d) { … })();" or "OO.ready(function() { … });", whose first round bracket is at
// `open`, from there on; 0 where its brackets do not fit.
std::size_t call_size(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  const std::size_t most = std::min(text.size(), open + kLongestScript);
  for (std::size_t at = open; at < most; ++at) {
    if (text[at] == '(' || text[at] == '{') ++depth;
    if (text[at] != ')' && text[at] != '}') continue;
    if (--depth > 0) continue;
    ++at;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("(")) {
      const std::size_t close = rest.find(')');
      if (close != kNone) at += close + 1;
    }
    if (at < text.size() && text[at] == ';') ++at;
    return at - open;
  }
  return 0;
}

bool is_of_script_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '$';
}

std::string without_scripts(std::string text) {
  for (std::size_t at = text.find("(function"); at != kNone; at = text.find("(function", at)) {
    std::string_view behind = std::string_view(text).substr(at + std::string_view("(function").size());
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    std::size_t begin = at;
    while (begin > 0 && is_of_script_name(text[begin - 1])) --begin;
    const std::size_t size = behind.starts_with('(') ? call_size(text, at) : 0;
    const bool script = size > 0 && std::string_view(text).substr(at, size).find('{') != kNone;
    if (!script) {
      ++at;
      continue;
    }
    text.erase(begin, at + size - begin);
    at = begin;
  }
  return text;
}

std::string without_share_buttons(std::string text) {
  for (std::size_t at = text.find("Click to "); at != kNone; at = text.find("Click to ", at)) {
    const std::size_t size = share_button(std::string_view(text).substr(at));
    if (size == 0) {
      ++at;
    } else {
      text.erase(at, size);
    }
  }
  return text;
}

}  // namespace

std::string without_leftovers(std::string_view text) {
  std::string clean(text);
  const bool changes = clean.find("(function") != kNone || clean.find("(Opens in new window)") != kNone;
  if (changes) clean = normalize_text(without_share_buttons(without_scripts(std::move(clean))));
  if (clean.ends_with(kPlaceholder))
    clean = normalize_text(std::string_view(clean).substr(0, clean.size() - kPlaceholder.size()));
  return clean;
}

}  // namespace dateline
