// What a query says, as a value. The parser makes it, compile reads it; it knows no index, no Xapian, no SQLite.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/date.h"
#include "shared/base/result.h"

namespace dateline {

enum class NodeKind : std::uint8_t {
  kAll,       // "*": every article
  kWord,      // one plain word as typed ("cease-fire" is one: compile knows what it may look like in articles)
  kPhrase,    // "…" : words in this order
  kWildcard,  // ceasefir*, h?zbollah: `text` is the pattern as typed
  kFuzzy,     // word~2: a word that differs from `text` by at most `distance` typing errors
  kRegex,     // /…/: a whole word that the expression `text` matches; whether it is one, the engine says
  kNear,      // "a b"~5 (words of `text`) or a NEAR/5 b (children: words, phrases, or kOr of these), see `distance`
  kTogether,  // together(a, b): all children in one sentence
  kField,     // field:value; the value is `text` (a word or the inside of quotes), `field` indexes kFields
  kDate,      // date:…, already read: from the first to the last day, inclusive
  kLength,    // words:500..2000: how many words an article has, inclusive
  kHas,       // has:person: `text` is the name of one of kHasKinds
  kAnd,       // all children: written AND, or `+`
  kOr,        // any child
  kNot,       // the first child without the others
  kWords,     // plain words, phrases and fields side by side: how many must occur is MatchMode's business; conditions
              // (is_condition) always must
};

// Inclusive at both ends.
struct CountRange {
  std::uint32_t least = 0;
  std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  friend bool operator==(const CountRange&, const CountRange&) = default;
};

struct QueryNode {
  NodeKind kind = NodeKind::kAll;
  TextSpan span;                    // bytes of the query text that this node comes from
  std::string text;                 // kWord, kPhrase, kWildcard, kFuzzy, kRegex, kNear, kField, kHas
  std::size_t field = 0;            // kField, and others where `in_field`
  bool in_field = false;            // kWildcard, kFuzzy, kRegex, kNear: in the part of the article that `field` names
  bool quoted = false;              // kField: the value was in quotes
  bool exact = false;               // kField of names: `place:=Canada`, the value of exactly this name and no more
  unsigned distance = 0;            // kFuzzy: typing errors; kNear: other words that may stand between the asked ones
  DayRange days;                    // kDate
  CountRange count;                 // kLength
  double boost = 1;                 // what the weight is multiplied by: word^3. Never negative
  std::vector<QueryNode> children;  // kNear, kTogether, kAnd, kOr, kNot, kWords
};

// What does not loosen with MatchMode when it stands beside words.
bool is_condition(const QueryNode& node);

// Linear in the query's length; nesting is bounded (kQuery error beyond 200 levels), so no input can exhaust the stack,
// and so is size (query_size.h). Errors are kQuery with a position, a message and what was perhaps meant as a hint.
// `today`, in days since 1970, is what "yesterday" and "last 2 weeks" are counted from.
Result<QueryNode> parse_query(std::string_view text, std::int64_t today);

// What may stand after `date:` — a day, month, year, yesterday, "last 2 weeks", 2w, or A..B, A.., ..B of these.
Result<DayRange> parse_date_range(std::string_view text, std::int64_t today);

// (and (word "gaza") (not (phrase "cease fire") (field person "Biden"))) — one line, stable, for tests and `explain`.
std::string to_sexpr(const QueryNode& node);

// Back to query text that parses to the same tree, on any day.
std::string to_query_text(const QueryNode& node);

}  // namespace dateline
