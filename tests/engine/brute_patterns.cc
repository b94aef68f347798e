// Recursion for wildcards, the whole table for typing errors, the standard library for regular expressions.
#include "tests/engine/brute_patterns.h"

#include <algorithm>
#include <regex>
#include <vector>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"
#include "tests/engine/brute_spelling.h"

namespace dateline::testing {
namespace {

// wchar_t, because the standard library has regular expressions over it.
using Letters = std::wstring;

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t at = 0; at < text.size();) out.push_back(static_cast<wchar_t>(next_code_point(text, at)));
  return out;
}

// Accents, case, apostrophes and hyphens do not matter.
Letters wildcard_letters(const std::string& typed) {
  Letters out;
  for (const wchar_t c : letters_of(fold(typed))) {
    if (c == L'*' || c == L'?' || is_word_code_point(static_cast<char32_t>(c))) out.push_back(c);
  }
  return out;
}

bool wildcard_matches(const wchar_t* pattern, const wchar_t* word) {
  if (*pattern == L'\0') return *word == L'\0';
  if (*pattern == L'*') return wildcard_matches(pattern + 1, word) || (*word && wildcard_matches(pattern, word + 1));
  return *word && (*pattern == L'?' || *pattern == *word) && wildcard_matches(pattern + 1, word + 1);
}

// Letters more, fewer, other, or two neighbours swapped.
std::size_t typing_errors_between(const Letters& a, const Letters& b) {
  std::vector<std::vector<std::size_t>> errors(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        errors[i][j] = i + j;
        continue;
      }
      errors[i][j] =
          std::min({errors[i - 1][j] + 1, errors[i][j - 1] + 1, errors[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        errors[i][j] = std::min(errors[i][j], errors[i - 2][j - 2] + 1);
      }
    }
  }
  return errors[a.size()][b.size()];
}

}  // namespace

bool is_pattern_node(const QueryNode& node) {
  return node.kind == NodeKind::kWildcard || node.kind == NodeKind::kFuzzy || node.kind == NodeKind::kRegex;
}

std::function<bool(const std::string&)> brute_pattern(const QueryNode& node) {
  if (node.kind == NodeKind::kWildcard) {
    return [pattern = wildcard_letters(node.text)](const std::string& word) {
      return wildcard_matches(pattern.c_str(), letters_of(word).c_str());
    };
  }
  if (node.kind == NodeKind::kFuzzy) {
    std::string asked;
    for (const AskedWord& word : asked_words(node.text)) asked += word.folded;
    return [letters = letters_of(asked), most = node.distance](const std::string& word) {
      return typing_errors_between(letters, letters_of(word)) <= most;
    };
  }
  return [regex = std::wregex(letters_of(node.text), std::regex::icase)](const std::string& word) {
    return std::regex_match(letters_of(word), regex);
  };
}

}  // namespace dateline::testing
