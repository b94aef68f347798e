// What is wrong with a query, where, and what to do about it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/parser/query_tree.h"

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
    const auto tree = parse_query(example.query);
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
  const auto empty = parse_query("");
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().position, (TextSpan{0, 0}));
}

TEST(QueryErrors, SayWhatIsNotKnownInsteadOfSearchingForSomethingElse) {
  expect_errors({
      {"gaza elect*", "          ^", "wildcards", "all their forms"},
      {"title:elect*", "           ^", "wildcards", ""},
      {"gaza~2", "    ^^", "'~2'", "leave it away"},
      {"gaza^1.5", "    ^^^^", "'^1.5'", ""},
      {"\"a b\"~5", "     ^^", "near each other", ""},
      {"person:(a OR b)", "^^^^^^^^", "parenthesis", "repeat the field inside: (person:"},
  });
}

TEST(QueryErrors, PointIntoImpossibleDates) {
  expect_errors({
      {"date:2024-13", "          ^^", "there is no month 13", ""},
      {"a date:2023-02-29", "               ^^", "there is no day 29 in February 2023", "28 days"},
      {"date:2024-00", "          ^^", "no month 00", ""},
      {"date:2024-01-00", "             ^^", "no day 00", ""},
      {"date:yesterday", "     ^^^^^^^^^", "'yesterday' is not a date", "2024-08-16"},
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
  const auto tree = parse_query("gaza \xFF strip");
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().position, (TextSpan{5, 6}));
}

TEST(QueryErrors, KeepMessagesShortWhenTheQueryIsLong) {
  const auto tree = parse_query("foo:" + std::string(1'000'000, 'x'));
  ASSERT_FALSE(tree.ok());
  EXPECT_LT(tree.error().message.size() + tree.error().hint.size(), 500U);
}

TEST(DateRange, PointsIntoItsOwnText) {
  const auto days = parse_date_range(" 2024-01..2024-14");
  ASSERT_FALSE(days.ok());
  EXPECT_EQ(days.error().position, (TextSpan{15, 17}));
}

TEST(DateRange, CoversBothEnds) {
  const auto days = parse_date_range("1970-01..1970-02");
  ASSERT_TRUE(days.ok());
  EXPECT_EQ(*days, (DayRange{0, 58}));
}

}  // namespace
}  // namespace dateline
