// Tables: query text → s-expression.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/parser/query_tree.h"
#include "tests/parser/today.h"

namespace dateline {
namespace {

struct Case {
  std::string_view query;
  std::string_view tree;
};

void expect_trees(const std::vector<Case>& cases) {
  for (const Case& example : cases) {
    SCOPED_TRACE(example.query);
    const auto tree = parse_query(example.query, kToday);
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

TEST(QueryTree, ReadsDatesThatAreCountedFromToday) {
  expect_trees({
      {"date:today", "(date 2024-08-16)"},
      {"date:Yesterday", "(date 2024-08-15)"},
      {"date:last 2 weeks", "(date 2024-08-02..2024-08-16)"},
      {"date:last two  weeks gaza", R"((words (date 2024-08-02..2024-08-16) (word "gaza")))"},
      {"(date:past 3 days)", "(date 2024-08-13..2024-08-16)"},
      {"date:\"last 2 weeks\"", "(date 2024-08-02..2024-08-16)"},
      {"date:2w", "(date 2024-08-02..2024-08-16)"},
      {"date:2w..", "(date 2024-08-02..)"},
      {"date:2w..1w", "(date 2024-08-02..2024-08-09)"},
      {"date:..7d", "(date ..2024-08-09)"},
      {"date:2024-07..yesterday", "(date 2024-07-01..2024-08-15)"},
      {"date:6m..", "(date 2024-02-16..)"},
      {"date:1y..today", "(date 2023-08-16..2024-08-16)"},
      {"date:3 days ago", "(date 2024-08-13)"},
      {"date:this week", "(date 2024-08-12..2024-08-18)"},
      {"date:last week", "(date 2024-08-05..2024-08-11)"},
      {"date:this month", "(date 2024-08-01..2024-08-31)"},
      {"date:last month", "(date 2024-07-01..2024-07-31)"},
      {"date:last year AND gaza", R"((and (date 2023-01-01..2023-12-31) (word "gaza")))"},
      {"date:9999y", "(date ..2024-08-16)"},
  });
}

TEST(QueryTree, ReadsWildcards) {
  expect_trees({
      {"ceasefir*", R"((wildcard "ceasefir*"))"},
      {"h?zbollah", R"((wildcard "h?zbollah"))"},
      {"*stan -pak*an", R"((not (wildcard "*stan") (wildcard "pak*an")))"},
      {"elect*, vote", R"((words (wildcard "elect*") (word "vote")))"},
      {"who elect*?", R"((words (word "who") (wildcard "elect*")))"},
      {"cease-fir*", R"((wildcard "cease-fir*"))"},
      {"o'n*", R"((wildcard "o'n*"))"},
      {"title:elect*", R"((wildcard title "elect*"))"},
  });
}

TEST(QueryTree, ReadsWordsWithTypingErrors) {
  expect_trees({
      {"hezbolah~", R"((fuzzy "hezbolah" 2))"},
      {"gaza~", R"((fuzzy "gaza" 1))"},
      {"gaza~2", R"((fuzzy "gaza" 2))"},
      {"cease-fire~1", R"((fuzzy "cease-fire" 1))"},
      {"ab~2", R"((fuzzy "ab" 1))"},
      {"a~", R"((word "a"))"},
      {"gaza~0", R"((word "gaza"))"},
      {"title:gazza~1", R"((fuzzy title "gazza" 1))"},
  });
}

TEST(QueryTree, ReadsRegularExpressions) {
  expect_trees({
      {"/colou?r/", R"((regex "colou?r"))"},
      {"-/(a|b)c{1,2}/", R"((not (all) (regex "(a|b)c{1,2}")))"},
      {"(/ab/ OR c)", R"((or (regex "ab") (word "c")))"},
      {R"(/a\/b/^2)", R"((boost 2 (regex "a\\/b")))"},
      {"title:/x.z/", R"((regex title "x.z"))"},
  });
}

TEST(QueryTree, ReadsWordsNearEachOther) {
  expect_trees({
      {"\"cease fire\"~5", R"((near 5 "cease fire"))"},
      {"\"a b\"~0", R"((near 0 "a b"))"},
      {"a NEAR/5 b", R"((near 5 (word "a") (word "b")))"},
      {"a NEAR b NEAR \"c d\"", R"((near 10 (word "a") (word "b") (phrase "c d")))"},
      {"x a NEAR/5 b -c NEAR/2 d",
       R"((not (words (word "x") (near 5 (word "a") (word "b"))) (near 2 (word "c") (word "d"))))"},
      {"(a OR b) NEAR/5 c", R"((near 5 (or (word "a") (word "b")) (word "c")))"},
      {"title:\"a b\"~5", R"((near 5 title "a b"))"},
      {"title:(a NEAR/5 b)", R"((near 5 title (word "a") (word "b")))"},
      {"near NEARBY NEAR/x", R"((words (word "near") (word "NEARBY") (word "NEAR/x")))"},
  });
}

TEST(QueryTree, ReadsWhatStandsInOneSentence) {
  expect_trees({
      {"together(person:biden, person:netanyahu)", R"((together (field person "biden") (field person "netanyahu")))"},
      {"gaza together(a b OR \"c, d\",1,200)^2",
       R"((words (word "gaza") (boost 2 (together (or (words (word "a") (word "b")) (phrase "c, d")) (word "1,200")))))"},
      {"together(person:(joe OR jill), gaza)",
       R"((together (or (field person "joe") (field person "jill")) (word "gaza")))"},
      {"together (a)", R"((words (word "together") (word "a")))"},
      {"a, b", R"((words (word "a,") (word "b")))"},
  });
}

TEST(QueryTree, ReadsBoosts) {
  expect_trees({
      {"gaza^3 doha", R"((words (boost 3 (word "gaza")) (word "doha")))"},
      {"\"cease fire\"^0.5", R"((boost 0.5 (phrase "cease fire")))"},
      {"(a OR b)^2", R"((boost 2 (or (word "a") (word "b"))))"},
      {"((a^2))^1.5", R"((boost 3 (word "a")))"},
      {"person:biden^3", R"((boost 3 (field person "biden")))"},
      {"person:\"Joe Biden\"^3", R"((boost 3 (field person "Joe Biden")))"},
      {"elect*^2 gaza~1^.5", R"((words (boost 2 (wildcard "elect*")) (boost 0.5 (fuzzy "gaza" 1))))"},
      {"\"a b\"~5^0", R"((boost 0 (near 5 "a b")))"},
      {"id:a^2", R"((field id "a^2"))"},
  });
}

TEST(QueryTree, GivesAFieldToAllThatStandsInItsParentheses) {
  expect_trees({
      {"source:(cnn OR reuters)", R"((or (field source "cnn") (field source "reuters")))"},
      {"title:(a -\"b c\")", R"((not (field title "a") (field title "b c")))"},
      {"source:(-cnn)", R"((not (all) (field source "cnn")))"},
      {"place:=(Gaza OR \"New York\")", R"((or (field place = "Gaza") (field place = "New York")))"},
      {"place:(=Gaza OR Doha)", R"((or (field place = "Gaza") (field place "Doha")))"},
      {"date:(2023 OR \"last month\")", "(or (date 2023-01-01..2023-12-31) (date 2024-07-01..2024-07-31))"},
      {"title:(elect* OR vote~1)^2", R"((boost 2 (or (wildcard title "elect*") (fuzzy title "vote" 1))))"},
      {"id:(a OR b)", R"((or (field id "a") (field id "b")))"},
  });
}

TEST(QueryTree, ReadsLengthsAndWhatAnArticleHas) {
  expect_trees({
      {"words:500..2000", "(length 500..2000)"},
      {"words:500..", "(length 500..)"},
      {"words:..300", "(length ..300)"},
      {"words:42", "(length 42)"},
      {"has:person -has:ORG", "(not (has person) (has organization))"},
      {"has:(date OR url)", "(or (has date) (has url))"},
      {"title:*", "(has title)"},
      {"person:* lang:*", "(words (has person) (has language))"},
  });
}

TEST(QueryTree, LeavesPastedTextAlone) {
  for (const std::string_view word :
       {"C++",         "AT&T",          "and/or", "10:30", "what?", "next?!", "5*",
        "24/7",        "he/she",        "10^6",   "~30",   "a~30",  "2~3",    "https://example.org/a?b=c*d",
        "/etc/passwd", "/var/log/file", "f(x)",   "*.txt", "a/b*",  "x^y",    "50%*",
        "C#",          "e.g.",          "#metoo", "@user", "$5",    "a_b",    "1,200",
        "Q&A",         "n/a",           "a=b?c"}) {
    const auto tree = parse_query(word, kToday);
    ASSERT_TRUE(tree.ok()) << word << ": " << tree.error().message;
    const std::string plain =
        word == "f(x)" ? R"((words (word "f") (word "x")))" : "(word \"" + std::string(word) + "\")";
    EXPECT_EQ(to_sexpr(*tree), plain);
  }
  expect_trees({
      {"gaza * ~ / ^ ? doha", R"((words (word "gaza") (all) (word "doha")))"},
      {"he / she", R"((words (word "he") (word "she")))"},
      {"who? what? when?", R"((words (word "who?") (word "what?") (word "when?")))"},
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
  const auto tree = parse_query(query, kToday);
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
