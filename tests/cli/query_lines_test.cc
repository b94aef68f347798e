// A file of queries, line by line; and what the program says of each.
#include "query/cli/query_lines.h"

#include <gtest/gtest.h>

#include "query/cli/json_text.h"

namespace dateline::cli {
namespace {

TEST(QueryLine, IsAQueryWithAnIdBeforeATab) {
  struct Case {
    std::string_view line, id, query;
  };
  for (const Case& c : {Case{"ceasefire gaza", "", "ceasefire gaza"}, Case{"  gaza \r", "", "gaza"},
                        Case{"q1\tgaza\ttruce", "q1", "gaza\ttruce"}, Case{"\tgaza", "", "gaza"},
                        Case{" #gaza", "", "#gaza"}, Case{"q 1 \t gaza", "q 1", "gaza"}, Case{"q1\t", "q1", ""}}) {
    const auto line = query_of_line(c.line, 7);
    ASSERT_TRUE(line) << c.line;
    EXPECT_EQ(line->id, c.id) << c.line;
    EXPECT_EQ(line->query, c.query) << c.line;
    EXPECT_EQ(line->number, 7U);
  }
}

TEST(QueryLine, BlankLinesAndCommentsAreNone) {
  for (const std::string_view line : {"", "  ", "\t", "\r", "# a comment", "#"})
    EXPECT_FALSE(query_of_line(line, 1)) << line;
}

TEST(JsonText, EscapesWhatJsonWantsEscaped) {
  EXPECT_EQ(json_string("a \"b\" \\ \n\t\x01 é \xFF\xE9"),
            "\"a \\\"b\\\" \\\\ \\n\\t\\u0001 é \xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(json_or_null(""), "null");
  EXPECT_EQ(json_error({DATELINE_QUERY, "m", "", api::Span{1, 2}}),
            R"({"code":"query","message":"m","hint":null,"position":{"begin":1,"end":2}})");
}

}  // namespace
}  // namespace dateline::cli
