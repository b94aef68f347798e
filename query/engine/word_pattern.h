// Words that a wildcard, a regular expression or a word with typing errors stands for. Knows folded words, no index.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "query/parser/query_tree.h"

namespace dateline {

// The regular expressions are RE2's: linear in the word's length whatever is asked. One thread an object.
class WordPattern {
 public:
  // Of a kWildcard, kFuzzy or kRegex node. kQuery with the node's position where the expression is wrong.
  static Result<WordPattern> of(const QueryNode& node);
  WordPattern(WordPattern&&) noexcept;
  WordPattern& operator=(WordPattern&&) noexcept;
  ~WordPattern();

  // With what every matching word begins; may be empty.
  [[nodiscard]] const std::string& prefix() const;
  // `word` as fold() makes it; the whole word must match.
  [[nodiscard]] bool matches(std::string_view word) const;

 private:
  struct Impl;
  explicit WordPattern(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Whether the words of the index are looked through for this node.
constexpr bool is_pattern(const QueryNode& node) {
  return node.kind == NodeKind::kWildcard || node.kind == NodeKind::kFuzzy || node.kind == NodeKind::kRegex;
}

// As it is typed: "elect*", "gaza~1", "/colou?r/".
std::string pattern_text(const QueryNode& node);

}  // namespace dateline
