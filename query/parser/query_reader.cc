// Where words, quotes and values end.
#include "query/parser/query_reader.h"

#include "query/parser/query_characters.h"
#include "query/parser/relative_date.h"
#include "query/parser/word_shape.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

Error star_in_phrase(std::string_view word, TextSpan at) {
  return query_error(at, concat({"a wildcard in a phrase: '", shown(word), "'"}),
                     "phrases have whole words; write the pattern beside the phrase, or leave the '*' away");
}

// `inside` lies in the query at `offset`.
Result<void> check_phrase(const QueryNode& node, std::string_view inside, std::size_t offset) {
  if (!has_word(inside)) {
    return query_error(node.span, "there is no word between these quotes",
                       "write the words of the phrase between them");
  }
  std::size_t words = 0;
  for (std::size_t at = 0; at < inside.size();) {
    std::size_t end = at;
    for (std::size_t next = end; next < inside.size(); end = next) {
      if (is_query_space(next_code_point(inside, next))) break;
    }
    const std::string_view word = inside.substr(at, end - at);
    if (is_star_pattern(word)) return star_in_phrase(word, {offset + at, offset + end});
    if (has_word(word)) ++words;
    at = end;
    if (at < inside.size()) next_code_point(inside, at);
  }
  if (node.kind == NodeKind::kNear && words > kMostNearWords) {
    return query_error(node.span, "too many words for '\"…\"~N'", "up to 64 words can be searched near each other");
  }
  return {};
}

}  // namespace

bool QueryReader::skip_space() {
  while (at_ < text_.size()) {
    std::size_t next = at_;
    if (!is_query_space(next_code_point(text_, next))) return true;
    at_ = next;
  }
  return false;
}

bool QueryReader::is_parting_comma(std::size_t at) const {
  if (!parts_at_commas_ || text_[at] != ',') return false;
  const auto digit = [this](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
  return at == 0 || !digit(at - 1) || !digit(at + 1);
}

std::size_t QueryReader::word_end(std::size_t from) const {
  while (from < text_.size() && !is_parting_comma(from)) {
    std::size_t next = from;
    if (ends_query_word(next_code_point(text_, next))) break;
    from = next;
  }
  return from;
}

// A key (an address, a path) may have parentheses in it, as long as they are balanced.
std::size_t QueryReader::key_end(std::size_t from) const {
  std::size_t open = 0;
  while (from < text_.size()) {
    std::size_t next = from;
    const char32_t c = next_code_point(text_, next);
    if (is_query_space(c) || is_query_quote(c)) break;
    if (c == U'(') ++open;
    if (c == U')' && open-- == 0) break;
    from = next;
  }
  return from;
}

// The inside of the quotes that open here. A straight quote is closed by a straight one; a curly one by either, because
// keyboards mix them.
Result<std::string_view> QueryReader::take_quoted() {
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

Result<void> QueryReader::take_boost(QueryNode& node) {
  const auto boost = boost_suffix(rest(), at_);
  if (!boost) return boost.error();
  if (boost->bytes != 0) node.boost = boost->number;
  at_ += boost->bytes;
  node.span.end = at_;
  return {};
}

Result<QueryNode> QueryReader::take_phrase() {
  QueryNode node;
  node.kind = NodeKind::kPhrase;
  node.span.begin = at_;
  const auto inside = take_quoted();
  if (!inside) return inside.error();
  node.text = *inside;
  const auto distance = distance_suffix(rest(), at_);
  if (!distance) return distance.error();
  if (distance->bytes != 0) {
    node.kind = NodeKind::kNear;
    node.distance = static_cast<unsigned>(distance->number);
    at_ += distance->bytes;
  }
  if (auto boosted = take_boost(node); !boosted) return std::move(boosted).error();
  const auto offset = static_cast<std::size_t>(inside->data() - text_.data());
  if (auto checked = check_phrase(node, *inside, offset); !checked) return std::move(checked).error();
  return node;
}

Result<QueryNode> QueryReader::take_regex() {
  const std::size_t length = regex_length(rest());
  QueryNode node;
  node.kind = NodeKind::kRegex;
  node.text = text_.substr(at_ + 1, length - 2);
  node.span.begin = at_;
  at_ += length;
  if (auto boosted = take_boost(node); !boosted) return std::move(boosted).error();
  return node;
}

Result<std::optional<QueryNode>> QueryReader::take_value(FieldType type) {
  std::size_t next = at_;
  if (!at_end() && is_query_quote(next_code_point(text_, next))) return take_quoted_value(type);
  if (type == FieldType::kText && regex_length(rest()) != 0) {
    auto node = take_regex();
    if (!node) return std::move(node).error();
    return std::optional(std::move(*node));
  }
  const std::size_t begin = at_;
  const bool date = type == FieldType::kDate;
  const std::size_t more = date ? relative_date_length(rest()) : 0;
  at_ = more != 0 ? begin + more : is_verbatim(type) ? key_end(begin) : word_end(begin);
  const std::string_view value = text_.substr(begin, at_ - begin);
  if (value.empty()) return std::optional<QueryNode>();
  const bool as_it_is = is_verbatim(type) || date || type == FieldType::kLength;
  if (!as_it_is || value == "*") return leaf_of_word(value, {begin, at_});
  QueryNode node;
  node.kind = NodeKind::kWord;
  node.span = {begin, at_};
  node.text = value;
  return std::optional(std::move(node));
}

Result<std::optional<QueryNode>> QueryReader::take_quoted_value(FieldType type) {
  const std::size_t begin = at_;
  const auto inside = take_quoted();
  if (!inside) return inside.error();
  const bool words = type == FieldType::kText || type == FieldType::kFacet;
  if (words ? !has_word(*inside) : trim(*inside).empty()) return std::optional<QueryNode>();
  if (words) {
    at_ = begin;
    auto node = take_phrase();
    if (!node) return std::move(node).error();
    return std::optional(std::move(*node));
  }
  QueryNode node;
  node.kind = NodeKind::kPhrase;
  node.span = {begin, at_};
  node.text = *inside;
  return std::optional(std::move(node));
}

Result<std::optional<QueryNode>> leaf_of_word(std::string_view word, TextSpan span) {
  if (word != "*") return shape_of_word(word, span.begin);
  QueryNode all;
  all.span = span;
  return std::optional(std::move(all));
}

}  // namespace dateline
