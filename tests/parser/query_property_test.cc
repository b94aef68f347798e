// What holds for all queries: random bytes, random tokens, random trees, and sizes that break naive parsers.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "query/parser/query_tree.h"
#include "tests/fuzz/check_query_parser.h"
#include "tests/parser/today.h"

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
  constexpr auto kPieces = std::to_array<std::string_view>({"a",
                                                            "gaza",
                                                            " ",
                                                            " ",
                                                            " ",
                                                            " AND ",
                                                            " OR ",
                                                            " NOT ",
                                                            "(",
                                                            ")",
                                                            "\"",
                                                            "“",
                                                            "”",
                                                            "-",
                                                            "+",
                                                            "*",
                                                            ":",
                                                            "~",
                                                            "person:",
                                                            "date:",
                                                            "title",
                                                            "2024",
                                                            "..",
                                                            "2024-08",
                                                            "url:",
                                                            "x(y",
                                                            "https:/",
                                                            "\xC2\xA0",
                                                            "日本",
                                                            "é",
                                                            "\x1b[31m",
                                                            "^2",
                                                            "foo:",
                                                            "O'Hara",
                                                            "&",
                                                            "id:a)b",
                                                            "place:=",
                                                            "=",
                                                            "~2",
                                                            "~5",
                                                            "^0.5",
                                                            "^",
                                                            "?",
                                                            "a*",
                                                            "*b",
                                                            "a?b",
                                                            "/x.y/",
                                                            "/",
                                                            "/a",
                                                            "NEAR",
                                                            " NEAR/3 ",
                                                            "together(",
                                                            ",",
                                                            ", ",
                                                            "words:",
                                                            "words:5..",
                                                            "has:",
                                                            "has:org",
                                                            "title:(",
                                                            "source:(",
                                                            "date:(",
                                                            "last 2 weeks",
                                                            "date:last 3 days",
                                                            "7d..",
                                                            "title:",
                                                            "a-b",
                                                            "-*",
                                                            "'",
                                                            "similar:",
                                                            "10^6",
                                                            "//",
                                                            "\"a b\""});
  Random random(2);
  for (int round = 0; round < 20000; ++round) {
    std::string query;
    for (std::size_t count = below(random, 16); count > 0; --count) query += kPieces[below(random, kPieces.size())];
    ASSERT_EQ(check_query_parser(query), "") << query;
  }
}

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

TEST(QueryParser, ReadsBackEveryTreeThatIsPrinted) {
  Random random(3);
  for (int round = 0; round < 5000; ++round) {
    const QueryNode tree = random_tree(random, 4);
    const std::string printed = to_query_text(tree);
    const auto again = parse_query(printed, kToday);
    ASSERT_TRUE(again.ok()) << printed << ": " << again.error().message;
    ASSERT_EQ(to_sexpr(*again), to_sexpr(tree)) << printed;
  }
}

TEST(QueryParser, RefusesTenThousandParentheses) {
  const std::string open(10'000, '(');
  const auto unclosed = parse_query(open, kToday);
  ASSERT_FALSE(unclosed.ok());
  EXPECT_EQ(unclosed.error().position, (TextSpan{200, 201}));
  EXPECT_FALSE(parse_query(open + "a" + std::string(10'000, ')'), kToday).ok());
  EXPECT_FALSE(parse_query(std::string(10'000, ')'), kToday).ok());
}

TEST(QueryParser, TakesTwoHundredLevelsOfParentheses) {
  const auto tree = parse_query(std::string(200, '(') + "a" + std::string(200, ')'), kToday);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(to_sexpr(*tree), R"((word "a"))");
}

TEST(QueryParser, PrintsTheDeepestTreeSoThatItParses) {
  std::string query = "a";
  for (int level = 0; level < 200; ++level) query = "(+x y AND -z (" + query + ") OR b)";
  EXPECT_FALSE(parse_query(query, kToday).ok()) << "400 levels";
  query = "a";
  for (int level = 0; level < 200; ++level) query = "(+x y AND -z " + query + " OR b)";
  EXPECT_EQ(check_query_parser(query), "");
}

TEST(QueryParser, TakesAThousandWords) {
  std::string query;
  for (int i = 0; i < 1000; ++i) query += "word" + std::to_string(i) + (i % 50 == 0 ? " -x " : " ");
  const auto tree = parse_query(query, kToday);
  ASSERT_TRUE(tree.ok());
  ASSERT_EQ(tree->children.front().children.size(), 1000U);
  EXPECT_EQ(check_query_parser(query), "");
}

TEST(QueryParser, TakesAMillionBytesInOneWord) {
  EXPECT_EQ(check_query_parser(std::string(1'000'000, 'a')), "");
  EXPECT_EQ(check_query_parser("\"a\"" + std::string(1'000'000, '-')), "");
  EXPECT_EQ(check_query_parser(std::string(1'000'000, '-')), "");
}

}  // namespace
}  // namespace dateline
