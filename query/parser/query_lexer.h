// Query text → tokens with byte spans. It knows the field table and what a word is; it knows no grammar and no index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/parser/query_tree.h"

namespace dateline {

enum class QueryTokenKind : std::uint8_t {
  kLeaf,  // `leaf`: a word, phrase, pattern, field with its value, date, `*`
  kAnd,
  kOr,
  kNot,           // NOT, or a `-` right before what it excludes
  kPlus,          // a `+` right before what it requires
  kNear,          // NEAR, NEAR/5
  kOpen,          // (
  kFieldOpen,     // source:(
  kTogetherOpen,  // together(
  kComma,         // between the parts of together(…)
  kClose,         // ), with the boost behind it
  kEnd,           // exactly one, the last token; its span is empty
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::kEnd;
  TextSpan span;          // with quotes, field name, boost
  std::string_view text;  // into the query: what the span covers
  QueryNode leaf;         // kLeaf
  std::size_t field = 0;  // kFieldOpen: place in kFields
  bool exact = false;     // kFieldOpen: field:=(
  unsigned distance = 0;  // kNear
  double boost = 1;       // kClose
};

// For people: "word", "near operator", "(".
std::string_view name_of(const QueryToken& token);

// Runs of punctuation without a letter or a digit ("–", "&") are no tokens: titles pasted into a query have them.
// Errors are kQuery with a position in `text`. Linear time. `today`: as for parse_query.
Result<std::vector<QueryToken>> lex_query(std::string_view text, std::int64_t today);

}  // namespace dateline
