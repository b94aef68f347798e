// What is wrong with a query, where, and what to do about it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/parser/query_size.h"
#include "query/parser/query_tree.h"
#include "tests/parser/today.h"

namespace dateline {
namespace {

using ::testing::HasSubstr;

// `marks` has ^ under each byte of the position.
struct Case {
  std::string_view query;
  std::string_view marks;
  std::string_view message;
  std::string_view hint;
};

TextSpan span_of(std::string_view marks) {
  const std::size_t begin = marks.find('^');
  return begin == std::string_view::npos ? TextSpan{} : TextSpan{begin, marks.size()};
}

void expect_errors(const std::vector<Case>& cases) {
  for (const Case& example : cases) {
    SCOPED_TRACE(example.query);
    const auto tree = parse_query(example.query, kToday);
    ASSERT_FALSE(tree.ok()) << to_sexpr(*tree);
    const Error& error = tree.error();
    EXPECT_EQ(error.code, ErrorCode::kQuery);
    EXPECT_THAT(error.message, HasSubstr(std::string(example.message)));
    EXPECT_THAT(error.hint, HasSubstr(std::string(example.hint)));
    ASSERT_TRUE(error.position.has_value());
    EXPECT_EQ(error.position->begin, span_of(example.marks).begin);
    EXPECT_EQ(error.position->end, span_of(example.marks).end);
  }
}

TEST(QueryErrors, NameUnknownFieldsAndWhatWasPerhapsMeant) {
  expect_errors({
      {"gaza foo:bar", "     ^^^", "unknown field 'foo'", "fields are title, person"},
      {"persn:Biden", "^^^^^", "unknown field 'persn'", "did you mean 'person:'"},
      {"orgnaization:UN", "^^^^^^^^^^^^", "unknown field", "did you mean 'organization:'"},
      {"pers:Biden", "^^^^", "unknown field", "did you mean 'person:'"},
      {"foo:\"a b\"", "^^^", "unknown field 'foo'", "quotes"},
      {"né:a", "^^^", "unknown field 'né'", ""},
  });
}

TEST(QueryErrors, PointToWhatIsNeverClosed) {
  expect_errors({
      {"gaza \"cease fire", "     ^^^^^^^^^^^", "never closed", "closing \""},
      {"person:\"Joe Biden", "       ^^^^^^^^^^", "never closed", "closing \""},
      {"(a OR (b c)", "^", "never closed", "closing )"},
      {"a (", "  ^", "never closed", ""},
      {"a ) b", "  ^", "never opened", ""},
      {")", "^", "never opened", ""},
  });
}

TEST(QueryErrors, PointToOperatorsWithoutOperands) {
  expect_errors({
      {"a AND", "  ^^^", "behind 'AND'", "lower case"},
      {"OR b", "^^", "before 'OR'", "lower case"},
      {"a AND OR b", "  ^^^", "behind 'AND'", ""},
      {"(a OR) b", "   ^^", "behind 'OR'", ""},
      {"(AND a)", " ^^^", "before 'AND'", ""},
      {"a AND & AND b", "  ^^^", "behind 'AND'", ""},
      {"a NOT", "  ^^^", "nothing follows 'NOT'", ""},
      {"a NOT OR b", "  ^^^", "nothing follows 'NOT'", ""},
      {"NOT NOT a", "^^^", "nothing follows 'NOT'", ""},
      {"(a -)", "   ^", "nothing follows '-'", ""},
      {"-AND", "^", "nothing follows '-'", ""},
      {"--limit", "^^", "'--' is not an operator", "-word"},
      {"+-a", "^^", "'+-' is not an operator", ""},
      {"a || b", "  ^^", "'||' is not an operator", "OR"},
      {"a AND^2 b", "  ^^^^^", "is an operator", "gaza^2 AND doha"},
      {"a NEAR/5^1 b", "  ^^^^^^^^", "no word with '^1'", "in quotes"},
      {"a OR~0 b", "  ^^^^", "is an operator", ""},
      {"a && b", "  ^^", "'&&' is not an operator", "AND"},
  });
}

TEST(QueryErrors, PointToWhatIsEmpty) {
  expect_errors({
      {"a ()", "  ^^", "nothing to search for in these parentheses", ""},
      {"a (&)", "  ^^^", "nothing to search for in these parentheses", ""},
      {"\"\"", "^^", "no word between these quotes", ""},
      {"a \"...\"", "  ^^^^^", "no word between these quotes", ""},
      {"person:", "^^^^^^^", "'person:' has no value", "person:"},
      {"person: Biden", "^^^^^^^", "'person:' has no value", "right behind the colon"},
      {"title:\"\"", "^^^^^^^^", "'title:' has no value", ""},
      {"title:!!", "^^^^^^^^", "'title:' has no value", ""},
      {"(date:)", " ^^^^^", "'date:' has no value", "date:2024"},
      {"?!", "^^", "nothing to search for", ""},
  });
  const auto empty = parse_query("", kToday);
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().position, (TextSpan{0, 0}));
}

TEST(QueryErrors, PointToPatternsThatCannotBe) {
  expect_errors({
      {"\"cease fir*\" gaza", "       ^^^^", "a wildcard in a phrase: 'fir*'", "whole words"},
      {"gaza al-*", "     ^^^^", "a hyphen beside a wildcard", "right behind letters"},
      {"word~3", "    ^^", "'~3' is no number of typing errors", "word~1"},
      {"word~0.8", "    ^^^^", "'~0.8' is no number of typing errors", ""},
      {"AT&T~1", "    ^^", "'~' works on one plain word", ""},
      {"elect*~1", "      ^^", "'~' works on one plain word", ""},
      {"person:biden~1", "       ^^^^^^^", "'person:' takes no pattern", "a word of the name"},
      {"source:c*n", "       ^^^", "'source:' takes no pattern", ""},
      {"lang:(/e./)", "      ^^^^", "'lang:' takes no pattern", "lang:en"},
  });
}

TEST(QueryErrors, PointToNumbersThatCannotBe) {
  expect_errors({
      {"gaza^1001", "    ^^^^^", "a boost is at most 1,000", "word^3"},
      {"gaza^-1", "    ^^^", "'^-1' is no boost", "without a sign"},
      {"gaza^2^3", "    ^^^^", "two boosts", ""},
      {"(gaza)^ doha", "      ^", "a boost is missing", "(gaza OR rafah)^0.5"},
      {"((gaza)^100)^100", "           ^^^^^", "multiply to more than 1,000", ""},
      {"\"a b\"~1001", "     ^^^^^", "'~1001' is no distance", "0 to 1000"},
      {"\"a b\"~1.5", "     ^^^^", "'~1.5' is no distance", ""},
      {"a NEAR/1001 b", "  ^^^^^^^^^", "at most 1,000 words apart", "AND"},
      {"words:many", "      ^^^^", "'many' is no number of words", "words:500..2000"},
      {"words:9..5", "      ^^^^", "ends before it begins", "words:5..9"},
      {"words:..", "      ^^", "is no number of words", ""},
  });
}

TEST(QueryErrors, SayWhatCanStandBesideNearAndInTogether) {
  expect_errors({
      {"NEAR a", "^^^^", "nothing stands before 'NEAR'", "lower case"},
      {"a NEAR/5", "  ^^^^^^", "nothing stands behind 'NEAR/5'", ""},
      {"a NEAR -b", "  ^^^^", "nothing stands behind 'NEAR'", ""},
      {"a NEAR/2 b NEAR/3 c", "           ^^^^^^", "one distance", "NEAR/2"},
      {"a NEAR b*", "       ^^", "cannot stand beside NEAR", "joined by OR"},
      {"title:a NEAR b", "^^^^^^^", "a field cannot stand beside NEAR", "title:(a NEAR/5 b)"},
      {"(a b) NEAR c", "^^^^^", "cannot stand beside NEAR", ""},
      {"a^2 NEAR b", "^^^", "a boost inside NEAR", "(a NEAR/5 b)^2"},
      {"together(a)", "^^^^^^^^^^^", "needs two things", "comma"},
      {"together(a, )", "          ^", "nothing stands behind ','", "together(a, b)"},
      {"together(a, -b)", "            ^^", "cannot stand in together", ""},
      {"together(a, (b, c))", "              ^", "this comma", "together"},
      {"together(a, source:cnn)", "            ^^^^^^^^^^", "cannot stand in together", "person:biden"},
      {"together(a, b", "^^^^^^^^^", "never closed", ""},
  });
}

TEST(QueryErrors, SayWhatAFieldCannotHave) {
  expect_errors({
      {"title:(gaza person:Biden)", "            ^^^^^^^^^^^^", "a field cannot stand inside 'title:(…)'", "outside"},
      {"date:(2024 OR 2024-13)", "                   ^^", "there is no month 13", ""},
      {"has:persn", "    ^^^^^", "'has:persn' is not known", "did you mean 'has:person'"},
      {"has:pictures", "    ^^^^^^^^", "is not known", "has: knows person, place"},
      {"id:*", "   ^", "'id:*' asks for nothing", "id:"},
      {"person:()", "^^^^^^^^^", "nothing to search for in these parentheses", ""},
  });
}

TEST(QueryErrors, PointIntoImpossibleDates) {
  expect_errors({
      {"date:2024-13", "          ^^", "there is no month 13", ""},
      {"a date:2023-02-29", "               ^^", "there is no day 29 in February 2023", "28 days"},
      {"date:2024-00", "          ^^", "no month 00", ""},
      {"date:2024-01-00", "             ^^", "no day 00", ""},
      {"date:yesterdy", "     ^^^^^^^^", "'yesterdy' is not a date", "did you mean 'yesterday'"},
      {"date:soon", "     ^^^^", "'soon' is not a date", "2024-08-16"},
      {"date:last", "     ^^^^", "'last' is not a date", "last 2 weeks"},
      {"date:today..yesterday", "     ^^^^^^^^^^^^^^^^", "ends before it begins", "yesterday..today"},
      {"date:\"2024-8\"", "      ^^^^^^", "'2024-8' is not a date", ""},
      {"date:0999", "     ^^^^", "out of range", "1000"},
      {"date:3000", "     ^^^^", "out of range", "2999"},
      {"date:..", "     ^^", "neither a beginning nor an end", ""},
      {"date:2024-08..2024-07", "     ^^^^^^^^^^^^^^^^", "ends before it begins", "2024-07..2024-08"},
      {"date:2024..2024-99", "                ^^", "no month 99", ""},
      {"date:2024...2025", "           ^^^^^", "'.2025' is not a date", ""},
      {"date:2024-08-16T10:00", "     ^^^^^^^^^^^^^^^^", "is not a date", ""},
  });
}

TEST(QueryErrors, PointToTheFirstByteThatIsNotUtf8) {
  const auto tree = parse_query("gaza \xFF strip", kToday);
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().position, (TextSpan{5, 6}));
}

TEST(QueryErrors, KeepMessagesShortWhenTheQueryIsLong) {
  const auto tree = parse_query("foo:" + std::string(1'000'000, 'x'), kToday);
  ASSERT_FALSE(tree.ok());
  EXPECT_LT(tree.error().message.size() + tree.error().hint.size(), 500U);
}

TEST(DateRange, PointsIntoItsOwnText) {
  const auto days = parse_date_range(" 2024-01..2024-14", kToday);
  ASSERT_FALSE(days.ok());
  EXPECT_EQ(days.error().position, (TextSpan{15, 17}));
}

TEST(DateRange, CoversBothEnds) {
  const auto days = parse_date_range("1970-01..1970-02", kToday);
  ASSERT_TRUE(days.ok());
  EXPECT_EQ(*days, (DayRange{0, 58}));
}

std::string repeated(std::string_view word, std::size_t times, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += (i == 0 ? "" : std::string(between)) + std::string(word);
  return out;
}

TEST(QueryError, ATenThousandthWordIsTooMany) {
  for (const char* between : {" ", " OR ", " AND "}) {
    SCOPED_TRACE(between);
    EXPECT_TRUE(parse_query(repeated("oil", kMostWords, between), kToday).ok());
    const auto tree = parse_query(repeated("oil", 10'000, between), kToday);
    ASSERT_FALSE(tree.ok());
    EXPECT_THAT(tree.error().message, HasSubstr("more than 1,024 words"));
    EXPECT_EQ(tree.error().position->begin, kMostWords * (3 + std::string_view(between).size()));
  }
  EXPECT_FALSE(parse_query("\"" + repeated("oil", 10'000, " ") + "\"", kToday).ok());
  EXPECT_FALSE(parse_query("title:\"" + repeated("oil", 10'000, " ") + "\"", kToday).ok());
}

}  // namespace
}  // namespace dateline
