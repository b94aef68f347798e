// Query text → tokens with byte spans. It knows the field table and what a word is; it knows no grammar and no index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"

namespace dateline {

enum class QueryTokenKind : std::uint8_t {
  kWord,
  kPhrase,
  kField,  // field:value of every type but dates
  kDate,   // date:…, already read
  kAll,    // a `*` that stands alone
  kAnd,
  kOr,
  kNot,   // NOT, or a `-` right before what it excludes
  kPlus,  // a `+` right before what it requires
  kOpen,
  kClose,
  kEnd,  // exactly one, the last token; its span is empty
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::kEnd;
  TextSpan span;          // with quotes and field name
  std::string_view text;  // into the query: the word, the inside of the quotes, the field's value
  std::size_t field = 0;  // kField: place in kFields
  bool quoted = false;    // kField
  bool exact = false;     // kField: field:=value
  DayRange days;          // kDate
};

// Runs of punctuation without a letter or a digit ("–", "&") are no tokens: titles pasted into a query have them.
// Errors are kQuery with a position in `text`. Linear time.
Result<std::vector<QueryToken>> lex_query(std::string_view text);

}  // namespace dateline
