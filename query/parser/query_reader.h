// Takes one thing after the other from the front of query text: quotes, regular expressions, boosts, the values of
// fields. Knows no operators.
#pragma once

#include <optional>
#include <string_view>

#include "query/parser/query_tree.h"
#include "schema/fields.h"

namespace dateline {

// `text` must outlive it.
class QueryReader {
 public:
  explicit QueryReader(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  void move_to(std::size_t at) { at_ = at; }
  // In together(…) a comma ends words, unless it stands between digits.
  void part_at_commas(bool part) { parts_at_commas_ = part; }

  bool skip_space();  // false at the end of the text
  [[nodiscard]] bool is_parting_comma(std::size_t at) const;
  // The end of the run of word characters from `from` on.
  [[nodiscard]] std::size_t word_end(std::size_t from) const;
  // "a b", "a b"~5, with its boost.
  Result<QueryNode> take_phrase();
  // The regular expression that stands here (regex_length), with its boost.
  Result<QueryNode> take_regex();
  // What stands behind the colon of a field, as a word, phrase or pattern; nullopt where nothing does.
  Result<std::optional<QueryNode>> take_value(FieldType type);

 private:
  [[nodiscard]] std::size_t key_end(std::size_t from) const;
  Result<std::string_view> take_quoted();
  Result<void> take_boost(QueryNode& node);
  Result<std::optional<QueryNode>> take_quoted_value(FieldType type);

  std::string_view text_;
  std::size_t at_ = 0;
  bool parts_at_commas_ = false;
};

// A word alone: `*`, or as shape_of_word.
Result<std::optional<QueryNode>> leaf_of_word(std::string_view word, TextSpan span);

}  // namespace dateline
