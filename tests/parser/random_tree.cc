// Trees of all kinds of nodes, as random choices make them.
#include "tests/parser/random_tree.h"

#include <array>
#include <string>

namespace dateline {
namespace {

std::string random_word(Random& random) {
  return "word" + std::to_string(below(random, 9));
}

QueryNode leaf(NodeKind kind, std::string text = {}) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

QueryNode field_leaf(std::size_t field, std::string text, bool quoted) {
  QueryNode node = leaf(NodeKind::kField, std::move(text));
  node.field = field;
  node.quoted = quoted;
  return node;
}

QueryNode random_pattern(Random& random) {
  constexpr std::array<std::string_view, 4> kPatterns = {"elect*", "*stan", "h?z*", "a-b*"};
  QueryNode node;
  switch (below(random, 4)) {
    case 0:
      node = leaf(NodeKind::kWildcard, std::string(kPatterns[below(random, kPatterns.size())]));
      break;
    case 1:
      node = leaf(NodeKind::kFuzzy, random_word(random));
      node.distance = static_cast<unsigned>(1 + below(random, 2));
      break;
    case 2:
      node = leaf(NodeKind::kRegex, "(a|b)c{1,2}");
      break;
    default:
      node = leaf(NodeKind::kNear, "in the north");
      node.distance = static_cast<unsigned>(below(random, 20));
      break;
  }
  node.in_field = below(random, 3) == 0;  // title, which is field 0
  return node;
}

QueryNode random_condition(Random& random) {
  QueryNode node;
  switch (below(random, 5)) {
    case 0:
      node.kind = NodeKind::kLength;
      node.count.least = static_cast<std::uint32_t>(below(random, 3));
      node.count.most = static_cast<std::uint32_t>(node.count.least + below(random, 3));
      return node;
    case 1:
      return leaf(NodeKind::kHas, "organization");
    case 2:
      node.kind = NodeKind::kDate, node.days = {0, static_cast<std::int64_t>(below(random, 40000))};
      return node;
    case 3:
      return field_leaf(9, "https://a.org/b(c", false);
    default:
      node = field_leaf(1, "Joe Biden", true);
      node.exact = below(random, 2) == 0;
      return node;
  }
}

QueryNode random_near(Random& random) {
  QueryNode node = leaf(NodeKind::kNear);
  node.distance = static_cast<unsigned>(below(random, 20));
  node.in_field = below(random, 4) == 0;
  for (std::size_t count = 2 + below(random, 2); count > 0; --count) {
    QueryNode part = leaf(NodeKind::kWord, random_word(random));
    if (below(random, 3) == 0) part = leaf(NodeKind::kPhrase, "cease fire");
    if (below(random, 3) == 0) {
      QueryNode either = leaf(NodeKind::kOr);
      either.children = {part, leaf(NodeKind::kWord, "x")};
      part = either;
    }
    node.children.push_back(std::move(part));
  }
  return node;
}

QueryNode random_together(Random& random) {
  QueryNode node = leaf(NodeKind::kTogether);
  for (std::size_t count = 2 + below(random, 2); count > 0; --count) {
    QueryNode part = field_leaf(2, "Gaza", false);
    if (below(random, 2) == 0) {
      QueryNode words = leaf(below(random, 2) == 0 ? NodeKind::kWords : NodeKind::kOr);
      words.children = {leaf(NodeKind::kWord, random_word(random)), leaf(NodeKind::kPhrase, "a, b"), part};
      part = words;
    }
    node.children.push_back(std::move(part));
  }
  return node;
}

QueryNode random_leaf(Random& random) {
  switch (below(random, 8)) {
    case 0:
      return leaf(NodeKind::kAll);
    case 1:
      return leaf(NodeKind::kPhrase, "in the north");
    case 2:
      return random_pattern(random);
    case 3:
      return random_condition(random);
    case 4:
      return random_near(random);
    case 5:
      return random_together(random);
    default:
      return leaf(NodeKind::kWord, random_word(random));
  }
}

}  // namespace

QueryNode random_tree(Random& random, int depth) {
  QueryNode node;
  if (depth == 0 || below(random, 4) == 0) {
    node = random_leaf(random);
  } else {
    constexpr std::array kInner = {NodeKind::kAnd, NodeKind::kOr, NodeKind::kNot, NodeKind::kWords};
    node.kind = kInner[below(random, kInner.size())];
    for (std::size_t count = 2 + below(random, 3); count > 0; --count) {
      node.children.push_back(random_tree(random, depth - 1));
    }
  }
  if (below(random, 8) == 0) node.boost = static_cast<double>(below(random, 30)) / 4;
  return node;
}

}  // namespace dateline
