// Tokens → QueryTree, by recursive descent. docs/query-language.md describes the grammar:
//
//   query    = either
//   either   = together { "OR" together }
//   together = beside { "AND" beside }
//   beside   = { [ "-" | "NOT" | "+" ] primary }
//   primary  = word | phrase | field | date | "*" | "(" either ")"
//
// Words side by side bind closest, so that a group of words is one operand: `new york AND mayor`.
#include <algorithm>
#include <iterator>
#include <utility>

#include "query/parser/query_lexer.h"
#include "query/parser/query_tree.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kDeepest = 200;  // levels of parentheses

Error query_error(TextSpan at, std::string message, std::string hint) {
  return Error{ErrorCode::kQuery, std::move(message), std::move(hint), at};
}

QueryNode node_of(const QueryToken& token) {
  QueryNode node;
  node.span = token.span;
  node.text = token.text;
  node.field = token.field;
  node.quoted = token.quoted;
  node.exact = token.exact;
  node.days = token.days;
  switch (token.kind) {
    case QueryTokenKind::kPhrase:
      node.kind = NodeKind::kPhrase;
      break;
    case QueryTokenKind::kField:
      node.kind = NodeKind::kField;
      break;
    case QueryTokenKind::kDate:
      node.kind = NodeKind::kDate, node.text.clear();
      break;
    case QueryTokenKind::kAll:
      node.kind = NodeKind::kAll, node.text.clear();
      break;
    default:
      node.kind = NodeKind::kWord;
      break;
  }
  return node;
}

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
  Parser(std::string_view text, std::vector<QueryToken> tokens) : text_(text), tokens_(std::move(tokens)) {}

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
      auto choice = parse_together(depth);
      if (!choice) return choice;
      choices.push_back(std::move(*choice));
      if (peek().kind != QueryTokenKind::kOr) return node_over(NodeKind::kOr, std::move(choices));
      ++at_;
    }
  }

  Result<QueryNode> parse_together(std::size_t depth) {
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
      auto part = parse_primary(depth);
      if (!part) return std::move(part).error();
      if (excluded || required) part->span.begin = sign.span.begin;
      (excluded ? wishes.excluded : required ? wishes.required : wishes.words).push_back(std::move(*part));
    }
    if (wishes.empty()) return missing_operand();
    return wishes;
  }

  Result<QueryNode> parse_primary(std::size_t depth) {
    const QueryToken& token = tokens_[at_++];
    if (token.kind != QueryTokenKind::kOpen) return node_of(token);
    if (depth == kDeepest) {
      return query_error(token.span, "parentheses are nested too deeply", "up to 200 levels are possible");
    }
    if (peek().kind == QueryTokenKind::kClose) {
      return query_error({token.span.begin, peek().span.end}, "there is nothing to search for in these parentheses",
                         "write words between them, or remove them");
    }
    if (peek().kind == QueryTokenKind::kEnd) return never_closed(token);
    auto inside = parse_either(depth + 1);
    if (!inside) return inside;
    if (peek().kind != QueryTokenKind::kClose) return never_closed(token);
    inside->span = {token.span.begin, peek().span.end};
    ++at_;
    return inside;
  }

  static bool ends_operand(QueryTokenKind kind) {
    return kind == QueryTokenKind::kAnd || kind == QueryTokenKind::kOr || kind == QueryTokenKind::kClose ||
           kind == QueryTokenKind::kEnd;
  }
  static bool starts_primary(QueryTokenKind kind) {
    return !ends_operand(kind) && kind != QueryTokenKind::kNot && kind != QueryTokenKind::kPlus;
  }
  static bool joins(QueryTokenKind kind) { return kind == QueryTokenKind::kAnd || kind == QueryTokenKind::kOr; }

  static Error never_closed(const QueryToken& open) {
    return query_error(open.span, "this parenthesis is never closed", "add a closing ) where the group ends");
  }

  static Error nothing_behind(const QueryToken& sign) {
    const bool spelled = sign.text == "NOT";
    return query_error(sign.span, concat({"nothing follows '", sign.text, "'"}),
                       concat({"write a word, a phrase in quotes, a field or a parenthesis behind it",
                               spelled ? "; in lower case it is a plain word" : ""}));
  }

  // Called where an operand should be and is not: the fault is an operator's, before or here.
  [[nodiscard]] Error missing_operand() const {
    const bool before = at_ > 0 && joins(tokens_[at_ - 1].kind);
    const QueryToken& guilty = before ? tokens_[at_ - 1] : peek();
    if (!joins(guilty.kind)) {
      return query_error(guilty.span, "this parenthesis was never opened", "remove it, or add the opening one");
    }
    return query_error(guilty.span, concat({"nothing stands ", before ? "behind" : "before", " '", guilty.text, "'"}),
                       concat({guilty.text, " joins what is on both sides of it; in lower case it is a plain word"}));
  }

  std::string_view text_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

Result<QueryNode> parse_query(std::string_view text) {
  auto tokens = lex_query(text);
  if (!tokens) return std::move(tokens).error();
  return Parser(text, std::move(*tokens)).run();
}

}  // namespace dateline
