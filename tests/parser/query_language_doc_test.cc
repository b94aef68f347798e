// The examples of docs/query-language.md, run through the parser.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "query/parser/query_tree.h"
#include "shared/base/strings.h"
#include "tests/parser/today.h"

namespace dateline {
namespace {

// The lines of all blocks that begin with ```KIND.
std::vector<std::string> examples(std::string_view kind) {
  std::ifstream file(std::string(DATELINE_SOURCE_DIR) + "/docs/query-language.md");
  std::vector<std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = !inside && line.substr(3) == kind;
    } else if (inside) {
      lines.push_back(line);
    }
  }
  return lines;
}

TEST(QueryLanguageDocument, ShowsTreesThatTheParserMakes) {
  constexpr std::string_view kArrow = "⇒";
  const auto lines = examples("query");
  ASSERT_GT(lines.size(), 30U);
  for (const std::string& line : lines) {
    const std::size_t arrow = line.find(kArrow);
    ASSERT_NE(arrow, std::string::npos) << line;
    const auto tree = parse_query(trim(std::string_view(line).substr(0, arrow)), kToday);
    ASSERT_TRUE(tree.ok()) << line << ": " << tree.error().message;
    EXPECT_EQ(to_sexpr(*tree), trim(std::string_view(line).substr(arrow + kArrow.size()))) << line;
  }
}

TEST(QueryLanguageDocument, ShowsErrorsThatTheParserFinds) {
  const auto lines = examples("wrong");
  ASSERT_GT(lines.size(), 10U);
  for (const std::string& line : lines) {
    const auto tree = parse_query(line, kToday);
    ASSERT_FALSE(tree.ok()) << line << ": " << to_sexpr(*tree);
    EXPECT_FALSE(tree.error().hint.empty()) << line;
  }
}

}  // namespace
}  // namespace dateline
