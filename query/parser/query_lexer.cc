// Cuts query text into tokens. What is an error here can be seen without grammar: bytes that are no text, open quotes,
// unknown fields, empty values.
#include "query/parser/query_lexer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/parser/field_names.h"
#include "query/parser/field_values.h"
#include "query/parser/query_characters.h"
#include "query/parser/query_print.h"
#include "query/parser/query_reader.h"
#include "query/parser/word_shape.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::string_view kFieldHint = "put words with a colon in quotes to search for them: \"";
constexpr std::string_view kTogether = "together";

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

class Lexer {
 public:
  Lexer(std::string_view text, std::int64_t today) : text_(text), today_(today), reader_(text) {}

  Result<std::vector<QueryToken>> run() {
    const std::size_t bad = find_invalid_utf8(text_);
    if (bad != std::string_view::npos) {
      return query_error({bad, bad + 1}, "the query is not valid UTF-8",
                         "check the encoding of your terminal or script");
    }
    while (reader_.skip_space()) {
      if (auto done = next_token(); !done) return std::move(done).error();
    }
    add(QueryTokenKind::kEnd, {text_.size(), text_.size()});
    return std::move(tokens_);
  }

 private:
  QueryToken& add(QueryTokenKind kind, TextSpan span) {
    QueryToken& token = tokens_.emplace_back();
    token.kind = kind;
    token.span = span;
    token.text = text_.substr(span.begin, span.end - span.begin);
    return token;
  }
  void add_leaf(QueryNode leaf) {
    const TextSpan span = leaf.span;
    add(QueryTokenKind::kLeaf, span).leaf = std::move(leaf);
  }

  // True where the token before ends right here: a `-` between `"New York"` and `based` is a hyphen.
  [[nodiscard]] bool follows_content() const {
    if (tokens_.empty() || tokens_.back().span.end != reader_.at()) return false;
    const QueryTokenKind kind = tokens_.back().kind;
    return kind == QueryTokenKind::kLeaf || kind == QueryTokenKind::kClose;
  }

  Result<void> next_token() {
    const char c = text_[reader_.at()];
    if (c == '(') return open(QueryTokenKind::kOpen, reader_.at(), reader_.at() + 1), Result<void>();
    if (c == ')') return close();
    if (reader_.is_parting_comma(reader_.at())) return take_comma();
    std::size_t next = reader_.at();
    if (is_query_quote(next_code_point(text_, next))) return add_taken(reader_.take_phrase());
    if (c == '-' || c == '+') return lex_sign(c);
    if (regex_length(reader_.rest()) != 0) return add_taken(reader_.take_regex());
    return lex_word();
  }

  Result<void> add_taken(Result<QueryNode> leaf) {
    if (!leaf) return std::move(leaf).error();
    add_leaf(std::move(*leaf));
    return {};
  }

  Result<void> take_comma() {
    add(QueryTokenKind::kComma, {reader_.at(), reader_.at() + 1});
    reader_.move_to(reader_.at() + 1);
    return {};
  }

  void open(QueryTokenKind kind, std::size_t begin, std::size_t end) {
    add(kind, {begin, end});
    reader_.move_to(end);
    ++depth_;
    if (kind != QueryTokenKind::kTogetherOpen || together_depth_ != 0) return;
    together_depth_ = depth_;
    reader_.part_at_commas(true);
  }

  Result<void> close() {
    const std::size_t begin = reader_.at();
    reader_.move_to(begin + 1);
    const auto boost = boost_suffix(reader_.rest(), reader_.at());
    if (!boost) return boost.error();
    reader_.move_to(reader_.at() + boost->bytes);
    QueryToken& token = add(QueryTokenKind::kClose, {begin, reader_.at()});
    if (boost->bytes != 0) token.boost = boost->number;
    if (depth_ == together_depth_) together_depth_ = 0;
    if (depth_ > 0) --depth_;
    reader_.part_at_commas(together_depth_ != 0);
    return {};
  }

  Result<void> lex_sign(char sign) {
    const TextSpan span{reader_.at(), reader_.at() + 1};
    if (follows_content()) return skip_signs();
    reader_.move_to(span.end);
    std::size_t next = span.end;
    if (reader_.at_end() || is_query_space(next_code_point(text_, next))) return {};
    if (text_[span.end] == '-' || text_[span.end] == '+') {
      const std::size_t end = reader_.word_end(span.end);
      if (!has_word(text_.substr(span.end, end - span.end))) return reader_.move_to(end), Result<void>();
      return query_error({span.begin, span.end + 1}, concat({"'", text_.substr(span.begin, 2), "' is not an operator"}),
                         "write -word to exclude a word, +word to require it");
    }
    if (text_[span.end] == ')') {
      return query_error(span, concat({"nothing follows '", {&sign, 1}, "'"}),
                         "write it right before a word, a phrase in quotes, a field or a parenthesis");
    }
    add(sign == '-' ? QueryTokenKind::kNot : QueryTokenKind::kPlus, span);
    return {};
  }

  Result<void> skip_signs() {
    reader_.move_to(std::min(text_.find_first_not_of("-+", reader_.at()), text_.size()));
    return {};
  }

  Result<void> lex_word() {
    const std::size_t begin = reader_.at(), end = reader_.word_end(begin);
    const std::string_view word = text_.substr(begin, end - begin);
    if (const std::size_t length = field_name_length(word)) {
      const auto field = find_field(word.substr(0, length));
      const bool has_value = length + 1 < word.size() || (end < text_.size() && is_value_start(end));
      if (field) return lex_field(*field, begin, begin + length + 1);
      if (has_value) return unknown_field({begin, begin + length});
    }
    if (end < text_.size() && text_[end] == '(' && equals_ignoring_case(word, kTogether)) {
      return open(QueryTokenKind::kTogetherOpen, begin, end + 1), Result<void>();
    }
    reader_.move_to(end);
    return add_word(word, {begin, end});
  }

  [[nodiscard]] bool is_value_start(std::size_t at) const {
    const char32_t c = next_code_point(text_, at);
    return is_query_quote(c) || c == U'(';
  }

  [[nodiscard]] Error unknown_field(TextSpan name) const {
    const std::string_view typed = text_.substr(name.begin, name.end - name.begin);
    const std::string_view likely = nearest_field_name(typed);
    const std::string_view word = text_.substr(name.begin, reader_.word_end(name.begin) - name.begin);
    std::string hint = likely.empty() ? concat({"fields are ", field_names_text(), "; "})
                                      : concat({"did you mean '", likely, ":'? else "});
    return query_error(name, concat({"unknown field '", shown(typed), "'"}),
                       concat({hint, kFieldHint, shown(word), "\""}));
  }

  Result<void> add_word(std::string_view word, TextSpan span) {
    if (word == "AND") return add(QueryTokenKind::kAnd, span), Result<void>();
    if (word == "OR") return add(QueryTokenKind::kOr, span), Result<void>();
    if (word == "NOT") return add(QueryTokenKind::kNot, span), Result<void>();
    if (word == "&&" || word == "||" || word == "|") {
      return query_error(span, concat({"'", word, "' is not an operator"}), word == "&&" ? "write AND" : "write OR");
    }
    const auto near = near_operator(word, span.begin);
    if (!near) return near.error();
    if (*near) return add(QueryTokenKind::kNear, span).distance = **near, Result<void>();
    auto leaf = leaf_of_word(word, span);
    if (!leaf) return std::move(leaf).error();
    if (*leaf && is_operator(**leaf)) {
      return query_error(span,
                         concat({"'", shown(word), "' is an operator, and no word with '",
                                 shown(word.substr((*leaf)->text.size())), "'"}),
                         "write it behind what the operator joins: gaza^2 AND doha; in quotes an operator is a word");
    }
    if (*leaf) add_leaf(std::move(**leaf));
    return {};
  }

  // What was typed with something behind it: AND^2.
  static bool is_operator(const QueryNode& leaf) {
    if (leaf.kind != NodeKind::kWord) return false;
    const auto near = near_operator(leaf.text, 0);
    return leaf.text == "AND" || leaf.text == "OR" || leaf.text == "NOT" || !near || *near;
  }

  // `begin`: of the field's name; `value_at`: behind the colon.
  Result<void> lex_field(std::size_t field, std::size_t begin, std::size_t value_at) {
    const Field& entry = kFields[field];
    const bool exact = entry.type == FieldType::kFacet && text_.substr(value_at).starts_with('=');
    reader_.move_to(value_at + (exact ? 1 : 0));
    if (reader_.rest().starts_with('(')) {
      open(QueryTokenKind::kFieldOpen, begin, reader_.at() + 1);
      tokens_.back().field = field;
      tokens_.back().exact = exact;
      return {};
    }
    auto leaf = reader_.take_value(entry.type);
    if (!leaf) return std::move(leaf).error();
    if (!*leaf) {
      return query_error({begin, reader_.at()}, concat({"'", text_.substr(begin, value_at - begin), "' has no value"}),
                         concat({"write the value right behind the colon: ", entry.example}));
    }
    const FieldUse use{.field = field, .exact = exact, .query = text_, .today = today_};
    if (auto applied = apply_field(**leaf, use); !applied) return applied;
    (*leaf)->span.begin = begin;
    add_leaf(std::move(**leaf));
    return {};
  }

  std::string_view text_;
  std::int64_t today_;
  QueryReader reader_;
  std::size_t depth_ = 0;           // of parentheses
  std::size_t together_depth_ = 0;  // where together( was opened; 0: nowhere
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::string_view name_of(const QueryToken& token) {
  switch (token.kind) {
    case QueryTokenKind::kLeaf:
      return name_of(token.leaf.kind);
    case QueryTokenKind::kAnd:
    case QueryTokenKind::kOr:
    case QueryTokenKind::kNot:
    case QueryTokenKind::kPlus:
    case QueryTokenKind::kNear:
      return "operator";
    case QueryTokenKind::kComma:
      return "comma";
    case QueryTokenKind::kEnd:
      return "end";
    default:
      return "parenthesis";
  }
}

Result<std::vector<QueryToken>> lex_query(std::string_view text, std::int64_t today) {
  return Lexer(text, today).run();
}

}  // namespace dateline
