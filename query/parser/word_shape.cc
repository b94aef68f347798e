// Reads suffixes from the back (boost, then distance), then looks for the signs of a pattern.
#include "query/parser/word_shape.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "query/parser/query_characters.h"
#include "shared/base/ascii.h"
#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::string_view kNumber = "0123456789.";

bool only_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}
bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter_code_point(next_code_point(text, at))) return true;
  }
  return false;
}
bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}
bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}
bool is_wild(char32_t c) {
  return c == U'*' || c == U'?';
}

// "3", "0.5", ".5": nullopt for anything else.
std::optional<double> read_number(std::string_view text) {
  if (text.empty() || text.size() > kLongestSuffix || text.find_first_not_of(kNumber) != std::string_view::npos) {
    return std::nullopt;
  }
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<double> checked_boost(double boost, TextSpan at) {
  if (boost <= kMostBoost) return rounded_boost(boost);
  return query_error(at, "a boost is at most 1,000", "write a number between 0 and 1000: word^3, word^0.5");
}

// What stands between leading and trailing punctuation, where that looks like a pattern; "" where it does not.
std::string_view pattern_core(std::string_view word) {
  std::size_t begin = word.size(), end = 0;
  bool wild = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(word, at);
    if (!is_word_code_point(c) && !is_wild(c)) continue;
    begin = std::min(begin, from);
    if (c != U'?') end = at;  // at the end it is a question mark
  }
  if (begin >= end) return {};
  const std::string_view core = word.substr(begin, end - begin);
  for (std::size_t at = 0; at < core.size();) {
    const char32_t c = next_code_point(core, at);
    if (is_wild(c)) wild = true;
    const bool fits = is_wild(c) || is_word_code_point(c) || is_apostrophe(c) || is_hyphen(c);
    if (!fits) return {};
  }
  return wild && has_letter(core) ? core : std::string_view{};
}

// A hyphen joins two words; beside a `*` there is only one.
std::optional<std::size_t> hyphen_beside_wildcard(std::string_view core) {
  char32_t before = 0;
  for (std::size_t at = 0; at < core.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(core, at);
    if ((is_hyphen(c) && is_wild(before)) || (is_wild(c) && is_hyphen(before))) return from;
    before = c;
  }
  return std::nullopt;
}

Result<std::optional<QueryNode>> wildcard_node(std::string_view core, TextSpan span) {
  if (hyphen_beside_wildcard(core)) {
    return query_error(span, concat({"a hyphen beside a wildcard: '", shown(core), "'"}),
                       "words that a hyphen joins are searched as one: write the '*' right behind letters, alqa*");
  }
  QueryNode node;
  node.kind = NodeKind::kWildcard;
  node.span = span;
  node.text = core;
  return std::optional(std::move(node));
}

// The letters of the one word (what hyphens join is one); 0 where there are several.
std::size_t letters_of_one_word(std::string_view text) {
  Tokenizer tokenizer(text);
  std::size_t letters = 0;
  for (Token token; tokenizer.next(token);) {
    if (letters != 0 && !token.joined_to_previous) return 0;
    for (std::size_t at = 0; at < token.folded.size(); ++letters) next_code_point(token.folded, at);
  }
  return letters;
}

// Nothing but letters, digits, and what joins them.
bool is_bare(std::string_view word) {
  bool joiner = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const bool joins = is_apostrophe(c) || is_hyphen(c);
    if ((joins && joiner) || (!joins && !is_word_code_point(c))) return false;
    joiner = joins;
  }
  return !joiner;
}

QueryNode word_node(std::string_view word, TextSpan span) {
  QueryNode node;
  node.kind = NodeKind::kWord;
  node.span = span;
  node.text = word;
  return node;
}

// `mark`: where the ~ is. Without a number: one slip in words of up to five letters, two in longer ones. Never as many
// as the word has letters.
Result<std::optional<QueryNode>> fuzzy_node(std::string_view word, std::size_t mark, TextSpan span) {
  const std::string_view base = word.substr(0, mark), number = word.substr(mark + 1);
  const TextSpan at{span.begin + mark, span.end};
  if (number.size() > 1 || (number.size() == 1 && number[0] > '2')) {
    return query_error(at, concat({"'", shown(word.substr(mark)), "' is no number of typing errors"}),
                       "a word can differ by one or two letters: word~1, word~2; words near each other are \"a b\"~5");
  }
  const std::size_t letters = letters_of_one_word(base);
  if (letters == 0 || !is_bare(base)) {
    return query_error(at, concat({"'~' works on one plain word, not on '", shown(base), "'"}),
                       "write it right behind a word of letters: hezbolah~2");
  }
  const unsigned asked = !number.empty() ? static_cast<unsigned>(number[0] - '0') : letters <= 5 ? 1U : 2U;
  QueryNode node = word_node(base, span);
  node.distance = static_cast<unsigned>(std::min<std::size_t>(asked, letters - 1));
  if (node.distance > 0) node.kind = NodeKind::kFuzzy;
  return std::optional(std::move(node));
}

// Where `~` or `~N` begins at the end of the word; npos where it does not, or where it belongs to a number ("5~6").
std::size_t fuzzy_mark(std::string_view word) {
  const std::size_t mark = word.rfind('~');
  if (mark == std::string_view::npos || !has_letter(word.substr(0, mark))) return std::string_view::npos;
  const std::string_view number = word.substr(mark + 1);
  const bool count = number.empty() || (number.size() == 1 && is_ascii_digit(number[0]));
  const bool share = number.size() > 1 && number.find('.') != std::string_view::npos && read_number(number);
  return count || share ? mark : std::string_view::npos;
}

Result<std::optional<QueryNode>> shape_without_boost(std::string_view word, TextSpan span) {
  if (const std::size_t mark = fuzzy_mark(word); mark != std::string_view::npos) return fuzzy_node(word, mark, span);
  if (const std::string_view core = pattern_core(word); !core.empty()) return wildcard_node(core, span);
  if (!has_word(word)) return std::optional<QueryNode>();
  return std::optional(word_node(word, span));
}

}  // namespace

double rounded_boost(double boost) {
  constexpr double kParts = 1e6;
  return std::round(boost * kParts) / kParts;
}

Result<std::optional<QueryNode>> shape_of_word(std::string_view word, std::size_t begin) {
  const TextSpan span{begin, begin + word.size()};
  const std::size_t mark = word.rfind('^');
  if (mark == std::string_view::npos || !has_letter(word.substr(0, mark))) return shape_without_boost(word, span);
  const std::string_view number = word.substr(mark + 1);
  const TextSpan at{begin + mark, span.end};
  if (number.size() > 1 && (number[0] == '-' || number[0] == '+') && read_number(number.substr(1))) {
    return query_error(at, concat({"'", shown(word.substr(mark)), "' is no boost"}),
                       "write a number between 0 and 1000 without a sign: word^3, word^0.5");
  }
  const auto value = read_number(number);
  if (!value) return shape_without_boost(word, span);
  const auto boost = checked_boost(*value, at);
  if (!boost) return boost.error();
  const std::string_view base = word.substr(0, mark);
  if (const std::size_t other = base.rfind('^');
      other != std::string_view::npos && read_number(base.substr(other + 1))) {
    return query_error({begin + other, span.end}, "two boosts behind one word", "write one of them: word^3");
  }
  auto node = shape_without_boost(base, {begin, begin + mark});
  if (node && *node) {
    (*node)->boost = *boost;
    (*node)->span = span;
  }
  return node;
}

Result<std::optional<unsigned>> near_operator(std::string_view word, std::size_t begin) {
  if (word == "NEAR") return std::optional(kDefaultDistance);
  if (!word.starts_with("NEAR/") || !only_digits(word.substr(5))) return std::optional<unsigned>();
  const auto distance = read_number(word.substr(5));
  if (!distance || *distance > kMostDistance) {
    return query_error({begin, begin + word.size()}, "words can be at most 1,000 words apart",
                       "write NEAR/N with a smaller number, or AND for anywhere in the article");
  }
  return std::optional(static_cast<unsigned>(*distance));
}

Result<Suffix> boost_suffix(std::string_view text, std::size_t begin) {
  if (!text.starts_with('^')) return Suffix{};
  const std::size_t end = std::min(text.find_first_not_of(kNumber, 1), text.size());
  const auto number = read_number(text.substr(1, end - 1));
  if (!number) {
    return query_error({begin, begin + std::max<std::size_t>(end, 1)}, "a boost is missing behind '^'",
                       "write a number between 0 and 1000: \"cease fire\"^2, (gaza OR rafah)^0.5");
  }
  const auto boost = checked_boost(*number, {begin, begin + end});
  if (!boost) return boost.error();
  return Suffix{*boost, end};
}

Result<Suffix> distance_suffix(std::string_view text, std::size_t begin) {
  if (!text.starts_with('~') || text.size() < 2 || !is_ascii_digit(text[1])) return Suffix{};
  const std::size_t end = std::min(text.find_first_not_of(kNumber, 1), text.size());
  const auto number = only_digits(text.substr(1, end - 1)) ? read_number(text.substr(1, end - 1)) : std::nullopt;
  if (!number || *number > kMostDistance) {
    return query_error({begin, begin + end}, concat({"'", shown(text.substr(0, end)), "' is no distance"}),
                       "write how many other words may stand between them, from 0 to 1000: \"cease fire\"~5");
  }
  return Suffix{*number, end};
}

std::size_t regex_length(std::string_view text) {
  if (!text.starts_with('/')) return 0;
  for (std::size_t at = 1; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (is_query_space(c)) return 0;
    if (c == U'\\' && at < text.size()) {
      if (is_query_space(next_code_point(text, at))) return 0;
      continue;
    }
    if (c != U'/') continue;
    std::size_t next = at;
    const char32_t after = at < text.size() ? next_code_point(text, next) : U' ';
    const bool ends = ends_query_word(after) || after == U'^' || after == U',';
    return ends && from > 1 && has_word(text.substr(1, from - 1)) ? at : 0;
  }
  return 0;
}

bool is_star_pattern(std::string_view word) {
  const std::string_view core = pattern_core(word);
  return core.find('*') != std::string_view::npos;
}

}  // namespace dateline
