// What a run of characters without a space asks for: a plain word, a pattern, a word with slips of the finger, an
// operator. Text that is pasted must stay what it is: C++, what?, 5*, 10^6, a/b, https://… are plain words.
#pragma once

#include <optional>
#include <string_view>

#include "query/parser/query_tree.h"

namespace dateline {

inline constexpr double kMostBoost = 1000;
// To six decimals: products of boosts stay numbers that a person can read and type.
double rounded_boost(double boost);
inline constexpr unsigned kMostDistance = 1000;    // words of NEAR/N and "…"~N
inline constexpr unsigned kDefaultDistance = 10;   // of NEAR alone
inline constexpr unsigned kMostTypingErrors = 2;   // of word~N
inline constexpr std::size_t kMostNearWords = 64;  // parts of one kNear
inline constexpr std::size_t kLongestSuffix = 24;  // bytes of ^N or ~N; what is longer is no number that a person types

// `word` lies in the query at `begin`. kWord, kWildcard or kFuzzy with its boost; nullopt where it is punctuation only.
Result<std::optional<QueryNode>> shape_of_word(std::string_view word, std::size_t begin);

// "NEAR" and "NEAR/5" → the distance. An error where the number is too large.
Result<std::optional<unsigned>> near_operator(std::string_view word, std::size_t begin);

// The number behind `mark` at the front of `text`, "^3" or "~5", and the bytes that both take; 0 bytes where there is
// none. It ends before a space, a parenthesis, a further mark or the end.
struct Suffix {
  double number = 0;
  std::size_t bytes = 0;
};
Result<Suffix> boost_suffix(std::string_view text, std::size_t begin);
Result<Suffix> distance_suffix(std::string_view text, std::size_t begin);

// The bytes of the regular expression at the front of `text`, with both slashes; 0 where none stands there.
std::size_t regex_length(std::string_view text);

// Whether the word is a pattern with a `*`: in quotes that is an error, not a word.
bool is_star_pattern(std::string_view word);

}  // namespace dateline
