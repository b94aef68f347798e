// What a query says, as a value. The parser makes it, compile reads it; it knows no index, no Xapian, no SQLite.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"

namespace dateline {

enum class NodeKind : std::uint8_t {
  kAll,     // "*": every article
  kWord,    // one plain word as typed ("cease-fire" is one: compile knows what it may look like in articles)
  kPhrase,  // "…" : words in this order
  kField,   // field:value; the value is `text` (a word or the inside of quotes), `field` indexes kFields
  kDate,    // date:…, already read: from the first to the last day, inclusive
  kAnd,     // all children: written AND, or `+`
  kOr,      // any child
  kNot,     // the first child without the others
  kWords,   // plain words, phrases and fields side by side: how many must occur is MatchMode's business; fields always
            // must
};

struct QueryNode {
  NodeKind kind = NodeKind::kAll;
  TextSpan span;                    // bytes of the query text that this node comes from
  std::string text;                 // kWord, kPhrase, kField
  std::size_t field = 0;            // kField
  bool quoted = false;              // kField: the value was in quotes
  bool exact = false;               // kField of names: `place:=Canada`, the value of exactly this name and no more
  DayRange days;                    // kDate
  std::vector<QueryNode> children;  // kAnd, kOr, kNot, kWords
};

// Linear in the query's length; nesting is bounded (kQuery error beyond 200 levels), so no input can exhaust the stack.
// Errors are kQuery with a position, a message and what was perhaps meant as a hint.
Result<QueryNode> parse_query(std::string_view text);

// What may stand after `date:` — a day, month, year, or A..B, A.., ..B of these.
Result<DayRange> parse_date_range(std::string_view text);

// (and (word "gaza") (not (phrase "cease fire") (field person "Biden"))) — one line, stable, for tests and `explain`.
std::string to_sexpr(const QueryNode& node);

// Back to query text that parses to the same tree.
std::string to_query_text(const QueryNode& node);

}  // namespace dateline
