// Words between blanks, and small tables of them. For the rules of this room, whose lines are normalised.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {

inline bool is_blank_or_line_end(char c) {
  return c == ' ' || c == '\n';
}

// Split at blanks; no empty words.
inline std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  const char* at = text.data();
  const char* const end = at + text.size();
  while ((at = std::find_if_not(at, end, is_blank_or_line_end)) != end) {
    const char* const word_end = std::find_if(at, end, is_blank_or_line_end);
    words.emplace_back(at, word_end);
    at = word_end;
  }
  return words;
}

// Compares without ASCII case.
inline bool is_one_of(std::string_view word, std::span<const std::string_view> table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view each) {
    return each.size() == word.size() && equals_ignoring_case(each, word);
  });
}

inline bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}

// Whether a sentence could end there: . ! ? … with closing quotes or brackets behind it.
inline bool ends_like_sentence(std::string_view line) {
  for (const std::string_view closing : {"”", "’", "\"", "'", ")", "]", "»"}) {
    if (line.ends_with(closing)) return ends_like_sentence(line.substr(0, line.size() - closing.size()));
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…");
}

}  // namespace dateline
