// What holds for all queries: random bytes, random tokens, random trees, and sizes that break naive parsers.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include "query/parser/query_tree.h"
#include "tests/fuzz/check_query_parser.h"
#include "tests/parser/random_tree.h"
#include "tests/parser/today.h"

namespace dateline {
namespace {

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

// What the fuzzer begins with: together they use the whole language.
std::vector<std::string> fuzzer_seeds() {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/tests/fuzz/seeds/query_parser")) {
    std::ifstream in(file.path());
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void collect_kinds(const QueryNode& node, std::set<NodeKind>& out) {
  out.insert(node.kind);
  for (const QueryNode& child : node.children) collect_kinds(child, out);
}

constexpr std::size_t kNodeKinds = static_cast<std::size_t>(NodeKind::kWords) + 1;

TEST(QueryParser, ReadsTheSeedsOfTheFuzzerWhichHaveAllKindsOfNodes) {
  std::set<NodeKind> kinds;
  for (const std::string& seed : fuzzer_seeds()) {
    const auto tree = parse_query(seed, kToday);
    ASSERT_TRUE(tree.ok()) << seed << ": " << tree.error().message;
    EXPECT_EQ(check_query_parser(seed), "") << seed;
    collect_kinds(*tree, kinds);
  }
  EXPECT_EQ(kinds.size(), kNodeKinds);
}

TEST(QueryParser, SurvivesSeedsOfTheFuzzerCutAndJoined) {
  const std::vector<std::string> seeds = fuzzer_seeds();
  Random random(4);
  for (int round = 0; round < 20000; ++round) {
    const std::string &a = seeds[below(random, seeds.size())], &b = seeds[below(random, seeds.size())];
    const std::string query = a.substr(0, below(random, a.size())) + b.substr(below(random, b.size()));
    ASSERT_EQ(check_query_parser(query), "") << query;
  }
}

TEST(QueryParser, ReadsBackEveryTreeThatIsPrinted) {
  Random random(3);
  std::set<NodeKind> kinds;
  for (int round = 0; round < 5000; ++round) {
    const QueryNode tree = random_tree(random, 4);
    collect_kinds(tree, kinds);
    const std::string printed = to_query_text(tree);
    const auto again = parse_query(printed, kToday);
    ASSERT_TRUE(again.ok()) << printed << ": " << again.error().message;
    ASSERT_EQ(to_sexpr(*again), to_sexpr(tree)) << printed;
  }
  EXPECT_EQ(kinds.size(), kNodeKinds);
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
