// Cuts query text into tokens. What is an error here can be seen without grammar: bytes that are no text, open quotes,
// unknown fields, empty values, wildcards.
#include "query/parser/query_lexer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/parser/field_names.h"
#include "query/parser/query_tree.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::string_view kFieldHint = "put words with a colon in quotes to search for them: \"";

// For messages: the front of what was typed.
std::string shown(std::string_view typed) {
  constexpr std::size_t kMost = 60;  // bytes
  if (typed.size() <= kMost) return std::string(typed);
  std::size_t end = 0;
  for (std::size_t next = 0; next <= kMost; next_code_point(typed, next)) end = next;
  return concat({typed.substr(0, end), "…"});
}

Error query_error(TextSpan at, std::string message, std::string hint) {
  return Error{ErrorCode::kQuery, std::move(message), std::move(hint), at};
}

// Unicode's White_Space and the control characters, which can stand in a pasted query.
bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// “ ” „ ‟: what word processors and phones make of a typed quote.
bool is_curly_quote(char32_t c) {
  return c >= 0x201C && c <= 0x201F;
}
bool is_quote(char32_t c) {
  return c == U'"' || is_curly_quote(c);
}

bool ends_word(char32_t c) {
  return is_space(c) || c == U'(' || c == U')' || is_quote(c);
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_code_point(next_code_point(text, at))) return true;
  }
  return false;
}

// The length of `name` in `name:…`, 0 where the word does not start like that. Names have letters and `_` only, so that
// times ("10:30") and scores ("3:2") are plain words; so are addresses ("https://…") and headings ("Gaza: the war").
std::size_t field_name_length(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  if (word.substr(colon + 1).starts_with("//")) return 0;
  for (std::size_t at = 0; at < colon;) {
    const char32_t c = next_code_point(word, at);
    const bool digit = c >= U'0' && c <= U'9';
    if (c != U'_' && (digit || !is_word_code_point(c))) return 0;
  }
  return colon;
}

// `word~2` and `word^3` mean something in other query languages; here they would silently search for a number.
bool has_weight_suffix(std::string_view word) {
  const std::size_t mark = word.find_last_of("~^");
  if (mark == std::string_view::npos || mark == 0) return false;
  return word.find_first_not_of("0123456789.", mark + 1) == std::string_view::npos;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<QueryToken>> run() {
    const std::size_t bad = find_invalid_utf8(text_);
    if (bad != std::string_view::npos) {
      return query_error({bad, bad + 1}, "the query is not valid UTF-8",
                         "check the encoding of your terminal or script");
    }
    while (skip_space()) {
      if (auto done = next_token(); !done) return std::move(done).error();
    }
    add(QueryTokenKind::kEnd, {text_.size(), text_.size()}, {});
    return std::move(tokens_);
  }

 private:
  bool skip_space() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      if (!is_space(next_code_point(text_, next))) return true;
      at_ = next;
    }
    return false;
  }

  QueryToken& add(QueryTokenKind kind, TextSpan span, std::string_view content) {
    QueryToken& token = tokens_.emplace_back();
    token.kind = kind;
    token.span = span;
    token.text = content;
    return token;
  }

  // True where the token before ends right here: a `-` between `"New York"` and `based` is a hyphen.
  [[nodiscard]] bool follows_content() const {
    if (tokens_.empty() || tokens_.back().span.end != at_) return false;
    const QueryTokenKind kind = tokens_.back().kind;
    return kind != QueryTokenKind::kOpen && kind != QueryTokenKind::kNot && kind != QueryTokenKind::kPlus;
  }

  // The end of the run of word characters from `from` on.
  [[nodiscard]] std::size_t word_end(std::size_t from) const {
    while (from < text_.size()) {
      std::size_t next = from;
      if (ends_word(next_code_point(text_, next))) break;
      from = next;
    }
    return from;
  }

  // A key (an address, a path) may have parentheses in it, as long as they are balanced.
  [[nodiscard]] std::size_t key_end(std::size_t from) const {
    std::size_t open = 0;
    while (from < text_.size()) {
      std::size_t next = from;
      const char32_t c = next_code_point(text_, next);
      if (is_space(c) || is_quote(c)) break;
      if (c == U'(') ++open;
      if (c == U')' && open-- == 0) break;
      from = next;
    }
    return from;
  }

  Result<void> next_token() {
    const char c = text_[at_];
    if (c == '(' || c == ')') {
      add(c == '(' ? QueryTokenKind::kOpen : QueryTokenKind::kClose, {at_, at_ + 1}, text_.substr(at_, 1));
      ++at_;
      return {};
    }
    std::size_t next = at_;
    if (is_quote(next_code_point(text_, next))) return lex_phrase();
    if (c == '-' || c == '+') return lex_sign(c);
    return lex_word();
  }

  Result<void> lex_sign(char sign) {
    const TextSpan span{at_, at_ + 1};
    if (follows_content()) return skip_signs();
    ++at_;
    std::size_t next = at_;
    if (at_ == text_.size() || is_space(next_code_point(text_, next))) return {};
    if (text_[at_] == '-' || text_[at_] == '+') {
      if (!has_word(text_.substr(at_, word_end(at_) - at_))) return skip_punctuation();
      return query_error({span.begin, at_ + 1}, concat({"'", text_.substr(span.begin, 2), "' is not an operator"}),
                         "write -word to exclude a word, +word to require it");
    }
    if (text_[at_] == ')') {
      return query_error(span, concat({"nothing follows '", {&sign, 1}, "'"}),
                         "write it right before a word, a phrase in quotes, a field or a parenthesis");
    }
    add(sign == '-' ? QueryTokenKind::kNot : QueryTokenKind::kPlus, span, text_.substr(span.begin, 1));
    return {};
  }

  Result<void> skip_signs() {
    at_ = std::min(text_.find_first_not_of("-+", at_), text_.size());
    return {};
  }

  Result<void> skip_punctuation() {
    at_ = word_end(at_);
    return {};
  }

  // The inside of the quotes that open at at_; at_ moves behind the closing one. A straight quote is closed by a
  // straight one; a curly one by either, because keyboards mix them.
  Result<std::string_view> take_quoted() {
    const std::size_t opening = at_;
    const bool curly = is_curly_quote(next_code_point(text_, at_));
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const std::size_t closing = at_;
      const char32_t c = next_code_point(text_, at_);
      if (c == U'"' || (curly && is_curly_quote(c))) return text_.substr(begin, closing - begin);
    }
    return query_error({opening, text_.size()}, "this quote is never closed", "add a closing \" where the phrase ends");
  }

  Result<void> lex_phrase() {
    const std::size_t begin = at_;
    auto inside = take_quoted();
    if (!inside) return std::move(inside).error();
    const TextSpan span{begin, at_};
    if (!has_word(*inside)) {
      return query_error(span, "there is no word between these quotes", "write the words of the phrase between them");
    }
    if (at_ + 1 < text_.size() && text_[at_] == '~' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      return query_error({at_, word_end(at_)}, "words near each other ('\"…\"~N') cannot be searched for",
                         "search for the exact phrase, or for the words without quotes");
    }
    add(QueryTokenKind::kPhrase, span, *inside);
    return {};
  }

  Result<void> lex_word() {
    const std::size_t begin = at_;
    const std::size_t end = word_end(at_);
    const std::string_view word = text_.substr(begin, end - begin);
    if (const std::size_t length = field_name_length(word)) {
      const auto field = find_field(word.substr(0, length));
      const bool has_value = length + 1 < word.size() || (end < text_.size() && is_value_start(end));
      if (field) return lex_field(*field, begin, begin + length + 1);
      if (has_value) return unknown_field({begin, begin + length});
    }
    at_ = end;
    return add_word(word, {begin, end});
  }

  [[nodiscard]] bool is_value_start(std::size_t at) const {
    const char32_t c = next_code_point(text_, at);
    return is_quote(c) || c == U'(';
  }

  [[nodiscard]] Error unknown_field(TextSpan name) const {
    const std::string_view typed = text_.substr(name.begin, name.end - name.begin);
    const std::string_view likely = nearest_field_name(typed);
    const std::string_view word = text_.substr(name.begin, word_end(name.begin) - name.begin);
    std::string hint = likely.empty() ? concat({"fields are ", field_names_text(), "; "})
                                      : concat({"did you mean '", likely, ":'? else "});
    return query_error(name, concat({"unknown field '", shown(typed), "'"}),
                       concat({hint, kFieldHint, shown(word), "\""}));
  }

  Result<void> add_word(std::string_view word, TextSpan span) {
    if (word == "*") return add(QueryTokenKind::kAll, span, word), Result<void>();
    if (word == "AND") return add(QueryTokenKind::kAnd, span, word), Result<void>();
    if (word == "OR") return add(QueryTokenKind::kOr, span, word), Result<void>();
    if (word == "NOT") return add(QueryTokenKind::kNot, span, word), Result<void>();
    if (word == "&&" || word == "||" || word == "|") {
      return query_error(span, concat({"'", word, "' is not an operator"}), word == "&&" ? "write AND" : "write OR");
    }
    if (!has_word(word)) return {};
    if (auto plain = check_plain(word, span); !plain) return plain;
    add(QueryTokenKind::kWord, span, word);
    return {};
  }

  static Result<void> check_plain(std::string_view word, TextSpan span) {
    if (const std::size_t star = word.find('*'); star != std::string_view::npos) {
      return query_error({span.begin + star, span.begin + star + 1},
                         concat({"wildcards are not known: '", shown(word), "'"}),
                         "leave the '*' away: words are found in all their forms (election, elections)");
    }
    if (has_weight_suffix(word)) {
      const std::size_t mark = word.find_last_of("~^");
      return query_error({span.begin + mark, span.end},
                         concat({"'", shown(word.substr(mark)), "' after a word has no meaning here"}),
                         "leave it away, or put the word in quotes");
    }
    return {};
  }

  // `begin`: of the field's name; `value_at`: behind the colon.
  Result<void> lex_field(std::size_t field, std::size_t begin, std::size_t value_at) {
    const Field& entry = kFields[field];
    at_ = value_at;
    const bool exact = entry.type == FieldType::kFacet && at_ < text_.size() && text_[at_] == '=';
    if (exact) ++at_;
    std::size_t next = at_;
    const char32_t first = at_ < text_.size() ? next_code_point(text_, next) : U' ';
    if (first == U'(') {
      return query_error({begin, at_ + 1}, concat({"'", entry.name, ":' cannot be followed by a parenthesis"}),
                         concat({"repeat the field inside: (", entry.name, ":… OR ", entry.name, ":…)"}));
    }
    std::string_view value;
    std::size_t inside = at_;
    const bool quoted = is_quote(first);
    if (quoted) {
      auto taken = take_quoted();
      if (!taken) return std::move(taken).error();
      value = *taken;
      inside = next;
    } else {
      at_ = is_verbatim(entry.type) ? key_end(at_) : word_end(at_);
      value = text_.substr(inside, at_ - inside);
    }
    const bool empty =
        is_verbatim(entry.type) || entry.type == FieldType::kDate ? trim(value).empty() : !has_word(value);
    if (empty) {
      return query_error({begin, at_}, concat({"'", text_.substr(begin, value_at - begin), "' has no value"}),
                         concat({"write the value right behind the colon: ", entry.example}));
    }
    if (auto added = add_field(field, value, inside, {begin, at_}, quoted); !added) return added;
    tokens_.back().exact = exact;
    return {};
  }

  Result<void> add_field(std::size_t field, std::string_view value, std::size_t value_at, TextSpan span, bool quoted) {
    const FieldType type = kFields[field].type;
    if (type == FieldType::kDate) {
      auto days = parse_date_range(value);
      if (!days) {
        Error error = std::move(days).error();
        if (error.position) error.position = TextSpan{error.position->begin + value_at, error.position->end + value_at};
        return error;
      }
      add(QueryTokenKind::kDate, span, value).days = *days;
      return {};
    }
    if (!quoted && !is_verbatim(type)) {
      if (auto plain = check_plain(value, {value_at, value_at + value.size()}); !plain) return plain;
    }
    QueryToken& token = add(QueryTokenKind::kField, span, value);
    token.field = field;
    token.quoted = quoted;
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

Result<std::vector<QueryToken>> lex_query(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace dateline
