// Tokens → QueryTree, by recursive descent. docs/query-language.md describes the grammar:
//
//   query    = either
//   either   = joined { "OR" joined }
//   joined   = beside { "AND" beside }
//   beside   = { [ "-" | "NOT" | "+" ] near }
//   near     = primary { "NEAR" primary }
//   primary  = leaf | "(" either ")" | FIELD "(" either ")" | "together(" either "," either { "," either } ")"
//
// Words side by side bind closest but for NEAR, so that a group of words is one operand: `new york AND mayor`.
#include <algorithm>
#include <iterator>
#include <utility>

#include "query/parser/field_values.h"
#include "query/parser/operand_rules.h"
#include "query/parser/query_characters.h"
#include "query/parser/query_lexer.h"
#include "query/parser/query_size.h"
#include "query/parser/query_tree.h"
#include "query/parser/word_shape.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kDeepest = 200;  // levels of parentheses

// One node of `children`; the child itself where it is alone.
QueryNode node_over(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.span = children.front().span;
  for (const QueryNode& child : children) {
    node.span.begin = std::min(node.span.begin, child.span.begin);
    node.span.end = std::max(node.span.end, child.span.end);
  }
  node.children = std::move(children);
  return node;
}

void move_to(std::vector<QueryNode>& to, std::vector<QueryNode>& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// What one list of things side by side, or several joined by AND, asks for.
struct Wishes {
  std::vector<QueryNode> words;  // how many must occur is MatchMode's business
  std::vector<QueryNode> required;
  std::vector<QueryNode> excluded;  // spans with their sign
  [[nodiscard]] bool empty() const { return words.empty() && required.empty() && excluded.empty(); }
};

// Makes `wishes.required` all that must be there.
void settle_words(Wishes& wishes) {
  if (wishes.words.empty()) return;
  std::vector<QueryNode> all;
  all.push_back(node_over(NodeKind::kWords, std::move(wishes.words)));
  move_to(all, wishes.required);
  wishes.words.clear();
  wishes.required = std::move(all);
}

QueryNode node_of(Wishes wishes) {
  settle_words(wishes);
  std::vector<QueryNode> parts;
  if (wishes.required.empty()) {
    QueryNode& all = parts.emplace_back();
    all.span = {wishes.excluded.front().span.begin, wishes.excluded.front().span.begin};
  } else {
    parts.push_back(node_over(NodeKind::kAnd, std::move(wishes.required)));
  }
  if (wishes.excluded.empty()) return std::move(parts.front());
  move_to(parts, wishes.excluded);
  return node_over(NodeKind::kNot, std::move(parts));
}

class Parser {
 public:
  Parser(std::string_view text, std::int64_t today, std::vector<QueryToken> tokens)
      : text_(text), today_(today), tokens_(std::move(tokens)) {}

  Result<QueryNode> run() {
    if (peek().kind == QueryTokenKind::kEnd) {
      return query_error({0, text_.size()}, "there is nothing to search for in the query",
                         "write words, for example: ceasefire gaza — or * for every article");
    }
    auto tree = parse_either(0);
    if (tree && peek().kind == QueryTokenKind::kClose) {
      return query_error(peek().span, "this parenthesis was never opened", "remove it, or add the opening one");
    }
    return tree;
  }

 private:
  [[nodiscard]] const QueryToken& peek() const { return tokens_[at_]; }

  Result<QueryNode> parse_either(std::size_t depth) {
    std::vector<QueryNode> choices;
    while (true) {
      auto choice = parse_joined(depth);
      if (!choice) return choice;
      choices.push_back(std::move(*choice));
      if (peek().kind != QueryTokenKind::kOr) return node_over(NodeKind::kOr, std::move(choices));
      ++at_;
    }
  }

  Result<QueryNode> parse_joined(std::size_t depth) {
    Wishes all;
    while (true) {
      auto some = parse_beside(depth);
      if (!some) return std::move(some).error();
      const bool last = peek().kind != QueryTokenKind::kAnd;
      if (last && all.empty()) return node_of(std::move(*some));
      settle_words(*some);
      move_to(all.required, some->required);
      move_to(all.excluded, some->excluded);
      if (last) return node_of(std::move(all));
      ++at_;
    }
  }

  Result<Wishes> parse_beside(std::size_t depth) {
    Wishes wishes;
    while (true) {
      const QueryToken& sign = peek();
      if (ends_operand(sign.kind)) break;
      const bool excluded = sign.kind == QueryTokenKind::kNot;
      const bool required = sign.kind == QueryTokenKind::kPlus;
      if (excluded || required) {
        ++at_;
        if (!starts_primary(peek().kind)) return nothing_behind(sign);
      }
      auto part = parse_near(depth);
      if (!part) return std::move(part).error();
      if (excluded || required) part->span.begin = sign.span.begin;
      (excluded ? wishes.excluded : required ? wishes.required : wishes.words).push_back(std::move(*part));
    }
    if (wishes.empty()) return missing_operand();
    return wishes;
  }

  Result<QueryNode> parse_near(std::size_t depth) {
    auto first = parse_primary(depth);
    if (!first || peek().kind != QueryTokenKind::kNear) return first;
    const unsigned distance = peek().distance;
    std::vector<QueryNode> parts;
    parts.push_back(std::move(*first));
    while (peek().kind == QueryTokenKind::kNear) {
      const QueryToken& sign = tokens_[at_++];
      if (sign.distance != distance) {
        return query_error(sign.span, "one chain of NEAR has one distance",
                           concat({"write NEAR/", std::to_string(distance), " again, or two groups joined by AND"}));
      }
      if (!starts_primary(peek().kind)) return missing_near_operand(sign, "behind");
      auto part = parse_primary(depth);
      if (!part) return part;
      parts.push_back(std::move(*part));
    }
    for (const QueryNode& part : parts) {
      if (auto checked = check_near_operand(part); !checked) return std::move(checked).error();
    }
    QueryNode node = node_over(NodeKind::kNear, std::move(parts));
    node.distance = distance;
    if (node.children.size() > kMostNearWords) {
      return query_error(node.span, "too many words for NEAR", "up to 64 can be searched near each other");
    }
    return node;
  }

  Result<QueryNode> parse_primary(std::size_t depth) {
    QueryToken& token = tokens_[at_++];
    if (token.kind == QueryTokenKind::kLeaf) return std::move(token.leaf);
    if (depth == kDeepest) {
      return query_error(token.span, "parentheses are nested too deeply", "up to 200 levels are possible");
    }
    if (peek().kind == QueryTokenKind::kClose) {
      return query_error({token.span.begin, peek().span.end}, "there is nothing to search for in these parentheses",
                         "write words between them, or remove them");
    }
    if (peek().kind == QueryTokenKind::kEnd) return never_closed(token);
    if (token.kind == QueryTokenKind::kTogetherOpen) return parse_together(token, depth + 1);
    auto inside = parse_either(depth + 1);
    if (!inside) return inside;
    if (peek().kind == QueryTokenKind::kComma) {
      return query_error(peek().span, "this comma stands inside parentheses of their own",
                         "commas part what together(…) looks for; leave it away, or close the parenthesis before it");
    }
    if (peek().kind != QueryTokenKind::kClose) return never_closed(token);
    if (token.kind == QueryTokenKind::kFieldOpen) {
      const FieldUse use{.field = token.field, .exact = token.exact, .query = text_, .today = today_};
      if (auto applied = apply_field(*inside, use); !applied) return std::move(applied).error();
    }
    return close_group(token, std::move(*inside));
  }

  Result<QueryNode> parse_together(const QueryToken& open, std::size_t depth) {
    QueryNode node;
    node.kind = NodeKind::kTogether;
    while (true) {
      auto part = parse_either(depth);
      if (!part) return part;
      if (auto checked = check_together_part(*part); !checked) return std::move(checked).error();
      node.children.push_back(std::move(*part));
      if (peek().kind != QueryTokenKind::kComma) break;
      ++at_;
    }
    if (peek().kind != QueryTokenKind::kClose) return never_closed(open);
    if (node.children.size() < 2) {
      return query_error({open.span.begin, peek().span.end}, "together(…) needs two things that stand in one sentence",
                         "put a comma between them: together(person:biden, person:netanyahu)");
    }
    return close_group(open, std::move(node));
  }

  // At the closing parenthesis.
  Result<QueryNode> close_group(const QueryToken& open, QueryNode node) {
    const QueryToken& close = tokens_[at_++];
    node.span = {open.span.begin, close.span.end};
    node.boost = rounded_boost(node.boost * close.boost);
    if (node.boost > kMostBoost) {
      return query_error(close.span, "the boosts of these groups multiply to more than 1,000",
                         "make one of them smaller");
    }
    return node;
  }

  static bool ends_operand(QueryTokenKind kind) {
    return joins(kind) || kind == QueryTokenKind::kClose || kind == QueryTokenKind::kComma ||
           kind == QueryTokenKind::kEnd;
  }
  static bool starts_primary(QueryTokenKind kind) {
    return !ends_operand(kind) && kind != QueryTokenKind::kNot && kind != QueryTokenKind::kPlus;
  }
  static bool joins(QueryTokenKind kind) {
    return kind == QueryTokenKind::kAnd || kind == QueryTokenKind::kOr || kind == QueryTokenKind::kNear;
  }

  static Error never_closed(const QueryToken& open) {
    return query_error(open.span, "this parenthesis is never closed", "add a closing ) where the group ends");
  }

  static Error nothing_behind(const QueryToken& sign) {
    const bool spelled = sign.text == "NOT";
    return query_error(sign.span, concat({"nothing follows '", sign.text, "'"}),
                       concat({"write a word, a phrase in quotes, a field or a parenthesis behind it",
                               spelled ? "; in lower case it is a plain word" : ""}));
  }

  static Error missing_near_operand(const QueryToken& sign, std::string_view where) {
    return query_error(sign.span, concat({"nothing stands ", where, " '", sign.text, "'"}),
                       "NEAR joins what is on both sides of it; in lower case it is a plain word");
  }

  // Called where an operand should be and is not: the fault is an operator's or a comma's, before or here.
  [[nodiscard]] Error missing_operand() const {
    const auto parts = [](QueryTokenKind kind) { return joins(kind) || kind == QueryTokenKind::kComma; };
    const bool before = at_ > 0 && parts(tokens_[at_ - 1].kind);
    const QueryToken& guilty = before ? tokens_[at_ - 1] : peek();
    if (guilty.kind == QueryTokenKind::kNear) return missing_near_operand(guilty, before ? "behind" : "before");
    if (!parts(guilty.kind)) {
      return query_error(guilty.span, "this parenthesis was never opened", "remove it, or add the opening one");
    }
    const std::string message = concat({"nothing stands ", before ? "behind" : "before", " '", guilty.text, "'"});
    if (guilty.kind == QueryTokenKind::kComma) {
      return query_error(guilty.span, message, "write what is looked for on both sides: together(a, b)");
    }
    return query_error(guilty.span, message,
                       concat({guilty.text, " joins what is on both sides of it; in lower case it is a plain word"}));
  }

  std::string_view text_;
  std::int64_t today_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_condition(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kField:
    case NodeKind::kDate:
    case NodeKind::kLength:
    case NodeKind::kHas:
    case NodeKind::kTogether:
      return true;
    default:
      return node.in_field;
  }
}

Result<QueryNode> parse_query(std::string_view text, std::int64_t today) {
  auto tokens = lex_query(text, today);
  if (!tokens) return std::move(tokens).error();
  auto tree = Parser(text, today, std::move(*tokens)).run();
  if (!tree) return tree;
  if (auto checked = check_size(*tree); !checked) return std::move(checked).error();
  return tree;
}

}  // namespace dateline
