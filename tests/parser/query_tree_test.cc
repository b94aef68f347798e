// Tables: query text → s-expression.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/parser/query_tree.h"

namespace dateline {
namespace {

struct Case {
  std::string_view query;
  std::string_view tree;
};

void expect_trees(const std::vector<Case>& cases) {
  for (const Case& example : cases) {
    SCOPED_TRACE(example.query);
    const auto tree = parse_query(example.query);
    ASSERT_TRUE(tree.ok()) << tree.error().message;
    EXPECT_EQ(to_sexpr(*tree), example.tree);
  }
}

TEST(QueryTree, KeepsWordsSideBySideTogether) {
  expect_trees({
      {"gaza", R"((word "gaza"))"},
      {"  gaza\tceasefire \n", R"((words (word "gaza") (word "ceasefire")))"},
      {"cease-fire talks", R"((words (word "cease-fire") (word "talks")))"},
      {"O'Neill 3.5% U.S.", R"((words (word "O'Neill") (word "3.5%") (word "U.S.")))"},
      {"gaza\xC2\xA0strip", R"((words (word "gaza") (word "strip")))"},
      {"東京 Škoda", R"((words (word "東京") (word "Škoda")))"},
      {"and or not", R"((words (word "and") (word "or") (word "not")))"},
  });
}

TEST(QueryTree, ReadsPhrasesInStraightAndCurlyQuotes) {
  expect_trees({
      {R"("cease fire")", R"((phrase "cease fire"))"},
      {"“cease fire” gaza", R"((words (phrase "cease fire") (word "gaza")))"},
      {"„cease fire“", R"((phrase "cease fire"))"},
      {"“cease fire\"", R"((phrase "cease fire"))"},
      {"\"said “stop” today\"", R"((phrase "said “stop” today"))"},
      {R"("AND" "a (b")", R"((words (phrase "AND") (phrase "a (b")))"},
      {R"(new"york city"mayor)", R"((words (word "new") (phrase "york city") (word "mayor")))"},
  });
}

TEST(QueryTree, BindsWordsCloserThanAndCloserThanOr) {
  expect_trees({
      {"a AND b", R"((and (word "a") (word "b")))"},
      {"a OR b OR c", R"((or (word "a") (word "b") (word "c")))"},
      {"a b OR c d", R"((or (words (word "a") (word "b")) (words (word "c") (word "d"))))"},
      {"a OR b AND c", R"((or (word "a") (and (word "b") (word "c"))))"},
      {"new york AND mayor", R"((and (words (word "new") (word "york")) (word "mayor")))"},
      {"a (b OR c)", R"((words (word "a") (or (word "b") (word "c"))))"},
      {"(a OR b) AND (c OR d)", R"((and (or (word "a") (word "b")) (or (word "c") (word "d"))))"},
      {"(a AND b) AND c", R"((and (and (word "a") (word "b")) (word "c")))"},
      {"((a))", R"((word "a"))"},
  });
}

TEST(QueryTree, ExcludesWithMinusAndNot) {
  expect_trees({
      {"a -b", R"((not (word "a") (word "b")))"},
      {"a NOT b c", R"((not (words (word "a") (word "c")) (word "b")))"},
      {"-a b -\"c d\"", R"((not (word "b") (word "a") (phrase "c d")))"},
      {"a AND NOT b", R"((not (word "a") (word "b")))"},
      {"a AND b -c", R"((not (and (word "a") (word "b")) (word "c")))"},
      {"a OR NOT b", R"((or (word "a") (not (all) (word "b"))))"},
      {"a -(b OR c)", R"((not (word "a") (or (word "b") (word "c"))))"},
      {"a AND (-b)", R"((and (word "a") (not (all) (word "b"))))"},
      {"(-a)-b", R"((words (not (all) (word "a")) (word "b")))"},
  });
}

TEST(QueryTree, TakesPureNegationAsEverythingElse) {
  expect_trees({
      {"-a", R"((not (all) (word "a")))"},
      {"NOT a", R"((not (all) (word "a")))"},
      {"-a -b", R"((not (all) (word "a") (word "b")))"},
      {"-(-a)", R"((not (all) (not (all) (word "a"))))"},
  });
}

TEST(QueryTree, RequiresWithPlus) {
  expect_trees({
      {"+a", R"((word "a"))"},
      {"+a b c", R"((and (words (word "b") (word "c")) (word "a")))"},
      {"a +b +\"c d\" -e", R"((not (and (word "a") (word "b") (phrase "c d")) (word "e")))"},
      {"+(a OR b) c", R"((and (word "c") (or (word "a") (word "b"))))"},
  });
}

TEST(QueryTree, TakesAStarAsEveryArticle) {
  expect_trees({
      {"*", "(all)"},
      {"* -a", R"((not (all) (word "a")))"},
      {"* a", R"((words (all) (word "a")))"},
  });
}

TEST(QueryTree, ReadsFields) {
  expect_trees({
      {"person:Biden", R"((field person "Biden"))"},
      {"person:\"Yahya Sinwar\" gaza", R"((words (field person "Yahya Sinwar") (word "gaza")))"},
      {"person:“Yahya Sinwar”", R"((field person "Yahya Sinwar"))"},
      {"org:Hamas by:Ann language:en",
       R"((words (field organization "Hamas") (field author "Ann") (field lang "en")))"},
      {"Title:Gaza", R"((field title "Gaza"))"},
      {"-source:CNN", R"((not (all) (field source "CNN")))"},
      {"place:=Canada", R"((field place = "Canada"))"},
      {R"(person:="Ann Lee" gaza)", R"((words (field person = "Ann Lee") (word "gaza")))"},
      {R"(place:"=x y")", R"((field place "=x y"))"},
      {"url:=a", R"((field url "=a"))"},
      {"(place:Doha OR place:Gaza)", R"((or (field place "Doha") (field place "Gaza")))"},
      {"url:https://example.org/a_(b)?c=d:e", R"((field url "https://example.org/a_(b)?c=d:e"))"},
      {"(url:https://example.org/a)", R"((field url "https://example.org/a"))"},
      {"id:wikinews-2019-0", R"((field id "wikinews-2019-0"))"},
  });
}

TEST(QueryTree, TakesAddressesTimesAndHeadingsAsPlainWords) {
  expect_trees({
      {"https://example.org/a", R"((word "https://example.org/a"))"},
      {"10:30", R"((word "10:30"))"},
      {"3:2 covid-19:impact", R"((words (word "3:2") (word "covid-19:impact")))"},
      {"Gaza: what next?", R"((words (word "Gaza:") (word "what") (word "next?")))"},
  });
}

TEST(QueryTree, LeavesOutPunctuationThatIsNoWord) {
  expect_trees({
      {"Gaza – what next ?", R"((words (word "Gaza") (word "what") (word "next")))"},
      {"AT & T", R"((words (word "AT") (word "T")))"},
      {"gaza - hamas", R"((words (word "gaza") (word "hamas")))"},
      {"gaza -- hamas", R"((words (word "gaza") (word "hamas")))"},
      {R"("New York"-based)", R"((words (phrase "New York") (word "based")))"},
      {R"("New York"--based)", R"((words (phrase "New York") (word "based")))"},
      {"gaza -", R"((word "gaza"))"},
  });
}

TEST(QueryTree, ReadsDates) {
  expect_trees({
      {"date:2024-08", "(date 2024-08-01..2024-08-31)"},
      {"date:2024", "(date 2024-01-01..2024-12-31)"},
      {"date:2024-08-16", "(date 2024-08-16)"},
      {"date:2024-07-01..2024-08-16", "(date 2024-07-01..2024-08-16)"},
      {"date:2024-07..2024-08", "(date 2024-07-01..2024-08-31)"},
      {"date:2024..", "(date 2024-01-01..)"},
      {"date:..2024-02", "(date ..2024-02-29)"},
      {"date:\"2023-02-28\" a", R"((words (date 2023-02-28) (word "a")))"},
      {"date:2024-08-16..2024-08", "(date 2024-08-16..2024-08-31)"},
      {"date:1000..2999", "(date 1000-01-01..2999-12-31)"},
      {"date:1000-01-01", "(date 1000-01-01)"},
  });
}

TEST(QueryTree, EscapesControlCharactersAndQuotesInTheSExpression) {
  expect_trees({{"\"a\x1b[31m\\b\"", R"((phrase "a\x1b[31m\\b"))"}});
}

// The bytes of the query that a node comes from.
std::string_view part(std::string_view query, const QueryNode& node) {
  return query.substr(node.span.begin, node.span.end - node.span.begin);
}

TEST(QueryTree, KnowsWhereEachNodeComesFrom) {
  const std::string_view query = "gaza -\"cease fire\" (person:\"Joe Biden\" OR hamas)";
  const auto tree = parse_query(query);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(part(query, *tree), query);
  ASSERT_EQ(tree->children.size(), 2U);
  EXPECT_EQ(part(query, tree->children[1]), "-\"cease fire\"");
  const QueryNode& words = tree->children[0];
  ASSERT_EQ(words.children.size(), 2U);
  EXPECT_EQ(part(query, words.children[0]), "gaza");
  EXPECT_EQ(part(query, words.children[1]), "(person:\"Joe Biden\" OR hamas)");
  EXPECT_EQ(part(query, words.children[1].children[0]), "person:\"Joe Biden\"");
}

}  // namespace
}  // namespace dateline
