// What holds for all queries: random bytes, random tokens, random trees, and sizes that break naive parsers.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "query/parser/query_tree.h"
#include "tests/fuzz/check_query_parser.h"

namespace dateline {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return random() % limit;
}

TEST(QueryParser, SurvivesRandomBytes) {
  Random random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string query(below(random, 40), '\0');
    for (char& c : query) c = static_cast<char>(below(random, 256));
    ASSERT_EQ(check_query_parser(query), "") << testing::PrintToString(query);
  }
}

TEST(QueryParser, SurvivesRandomTokens) {
  constexpr std::array<std::string_view, 38> kPieces = {
      "a",        "gaza", " ",    " ",       " ",    " AND ",  " OR ",    " NOT ",    "(",       ")",
      "\"",       "“",    "”",    "-",       "+",    "*",      ":",       "~",        "person:", "date:",
      "title",    "2024", "..",   "2024-08", "url:", "x(y",    "https:/", "\xC2\xA0", "日本",    "é",
      "\x1b[31m", "^2",   "foo:", "O'Hara",  "&",    "id:a)b", "place:=", "="};
  Random random(2);
  for (int round = 0; round < 10000; ++round) {
    std::string query;
    for (std::size_t count = below(random, 16); count > 0; --count) query += kPieces[below(random, kPieces.size())];
    ASSERT_EQ(check_query_parser(query), "") << query;
  }
}

QueryNode random_leaf(Random& random) {
  QueryNode node;
  switch (below(random, 6)) {
    case 0:
      node.kind = NodeKind::kAll;
      break;
    case 1:
      node.kind = NodeKind::kPhrase, node.text = "in the north";
      break;
    case 2:
      node.kind = NodeKind::kField, node.field = 1, node.text = "Joe Biden", node.quoted = true;
      break;
    case 3:
      node.kind = NodeKind::kField, node.field = 9, node.text = "https://a.org/b(c";
      break;
    case 4:
      node.kind = NodeKind::kDate, node.days = {0, static_cast<std::int64_t>(below(random, 40000))};
      break;
    default:
      node.kind = NodeKind::kWord, node.text = "word" + std::to_string(below(random, 9));
      break;
  }
  return node;
}

QueryNode random_tree(Random& random, int depth) {
  if (depth == 0 || below(random, 4) == 0) return random_leaf(random);
  constexpr std::array kInner = {NodeKind::kAnd, NodeKind::kOr, NodeKind::kNot, NodeKind::kWords};
  QueryNode node;
  node.kind = kInner[below(random, kInner.size())];
  for (std::size_t count = 2 + below(random, 3); count > 0; --count) {
    node.children.push_back(random_tree(random, depth - 1));
  }
  return node;
}

TEST(QueryParser, ReadsBackEveryTreeThatIsPrinted) {
  Random random(3);
  for (int round = 0; round < 5000; ++round) {
    const QueryNode tree = random_tree(random, 4);
    const std::string printed = to_query_text(tree);
    const auto again = parse_query(printed);
    ASSERT_TRUE(again.ok()) << printed << ": " << again.error().message;
    ASSERT_EQ(to_sexpr(*again), to_sexpr(tree)) << printed;
  }
}

TEST(QueryParser, RefusesTenThousandParentheses) {
  const std::string open(10'000, '(');
  const auto unclosed = parse_query(open);
  ASSERT_FALSE(unclosed.ok());
  EXPECT_EQ(unclosed.error().position, (TextSpan{200, 201}));
  EXPECT_FALSE(parse_query(open + "a" + std::string(10'000, ')')).ok());
  EXPECT_FALSE(parse_query(std::string(10'000, ')')).ok());
}

TEST(QueryParser, TakesTwoHundredLevelsOfParentheses) {
  const auto tree = parse_query(std::string(200, '(') + "a" + std::string(200, ')'));
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(to_sexpr(*tree), R"((word "a"))");
}

TEST(QueryParser, PrintsTheDeepestTreeSoThatItParses) {
  std::string query = "a";
  for (int level = 0; level < 200; ++level) query = "(+x y AND -z (" + query + ") OR b)";
  EXPECT_FALSE(parse_query(query).ok()) << "400 levels";
  query = "a";
  for (int level = 0; level < 200; ++level) query = "(+x y AND -z " + query + " OR b)";
  EXPECT_EQ(check_query_parser(query), "");
}

TEST(QueryParser, TakesTenThousandWords) {
  std::string query;
  for (int i = 0; i < 10'000; ++i) query += "word" + std::to_string(i) + (i % 3 == 0 ? " -x " : " ");
  const auto tree = parse_query(query);
  ASSERT_TRUE(tree.ok());
  ASSERT_EQ(tree->children.front().children.size(), 10'000U);
  EXPECT_EQ(check_query_parser(query), "");
}

TEST(QueryParser, TakesAMillionBytesInOneWord) {
  EXPECT_EQ(check_query_parser(std::string(1'000'000, 'a')), "");
  EXPECT_EQ(check_query_parser("\"a\"" + std::string(1'000'000, '-')), "");
  EXPECT_EQ(check_query_parser(std::string(1'000'000, '-')), "");
}

}  // namespace
}  // namespace dateline
