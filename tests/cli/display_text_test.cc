// Columns, line breaks, and what must never reach a terminal.
#include "query/cli/display_text.h"

#include <gtest/gtest.h>

#include <random>

#include "query/cli/error_report.h"
#include "query/cli/screen.h"

namespace dateline::cli {
namespace {

TEST(DisplayText, LetsNothingThroughThatCommandsTheTerminal) {
  const struct {
    std::string_view text, safe;
  } cases[] = {
      {"\x1b[31mred\x1b[0m", "[31mred[0m"},
      {"\x1b]0;title\x07", "]0;title"},
      {"a\xC2\x9B"
       "31mb",
       "a31mb"},  // CSI as one C1 character
      {"a\tb\nc\r\nd", "a b c  d"},
      {std::string_view("a\0b", 3), "ab"},
      {"back\x08\x7Fspace", "backspace"},
      {"\xE2\x80\xAEgnp.exe", "gnp.exe"},  // right-to-left override
      {"a\xE2\x81\xA6"
       "b\xE2\x81\xA9",
       "ab"},  // isolates
      {"soft\xC2\xADhyphen", "softhyphen"},
      {"\xF3\xA0\x81\x81tag", "tag"},  // invisible tags
      {"bad \xFF\xC3(", "bad \xEF\xBF\xBD\xEF\xBF\xBD("},
      {"Škoda 東京 “ok”", "Škoda 東京 “ok”"},
      {"\xCC\x81start", "start"},  // a mark with nothing to stand on
  };
  for (const auto& example : cases) EXPECT_EQ(safe_text(example.text), example.safe);
}

TEST(DisplayText, NeverLeavesAControlByteWhateverComesIn) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 60, '\0');
    for (char& c : text) c = static_cast<char>(random() % 256);
    for (const char c : safe_text(text)) {
      ASSERT_GE(static_cast<unsigned char>(c), 0x20);
      ASSERT_NE(c, 0x7F);
    }
    const auto cells = cells_of(text);
    for (const auto line : wrap(cells, 7)) ASSERT_LE(width_of(line), 7U);
    ASSERT_EQ(display_width(fit(text, 9)), 9U);
  }
}

TEST(DisplayText, StopsTowersOfCombiningMarks) {
  std::string tower = "a";
  for (int i = 0; i < 1000; ++i) tower += "\xCC\x81";
  EXPECT_LE(safe_text(tower).size(), 1U + 2 * 8);
}

TEST(DisplayText, CountsColumns) {
  EXPECT_EQ(display_width("gaza"), 4U);
  EXPECT_EQ(display_width("Škoda"), 5U);
  EXPECT_EQ(display_width("S\xCC\x8Ckoda"), 5U);
  EXPECT_EQ(display_width("東京"), 4U);
}

TEST(DisplayText, FitsToAWidth) {
  EXPECT_EQ(fit("gaza", 6), "gaza  ");
  EXPECT_EQ(fit("gaza", 4), "gaza");
  EXPECT_EQ(fit("gaza", 3), "ga…");
  EXPECT_EQ(fit("東京都", 4), "東… ");
  EXPECT_EQ(fit("gaza", 1), "…");
  EXPECT_EQ(fit("gaza", 0), "");
  EXPECT_EQ(fit("", 2), "  ");
}

std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  const auto cells = cells_of(text);
  for (const auto line : wrap(cells, width)) lines.push_back(plain(line));
  return lines;
}

TEST(DisplayText, WrapsAtSpaces) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(lines_of("the war in gaza", 7), (Lines{"the war", "in gaza"}));
  EXPECT_EQ(lines_of("the war in gaza", 8), (Lines{"the war", "in gaza"}));
  EXPECT_EQ(lines_of("  the   war  ", 20), (Lines{"the   war"}));
  EXPECT_EQ(lines_of("abcdefgh ij", 3), (Lines{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(lines_of("東京都議会", 5), (Lines{"東京", "都議", "会"}));
  EXPECT_EQ(lines_of("in 東京都", 5), (Lines{"in 東", "京都"}));
  EXPECT_EQ(lines_of("東", 1), (Lines{"東"}));
  EXPECT_EQ(lines_of("   ", 5), Lines{});
}

TEST(DisplayText, MarksTheCellsOfSpans) {
  const std::vector<MarkedSpan> marks = {{0, 2}, {5, 8}};
  std::string seen;
  for (const Cell& cell : cells_of("ab cd東ef", marks)) seen += cell.marked ? '^' : '.';
  EXPECT_EQ(seen, "^^...^..");
}

TEST(DisplayText, WritesNumbersWithThousands) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(1234567), "1,234,567");
}

api::Error query_error(std::size_t begin, std::size_t end) {
  return {DATELINE_QUERY, "unknown field 'foo'", "did you mean 'org:'?", api::Span{begin, end}};
}

TEST(ErrorReport, MarksTheColumnOfTheFault) {
  EXPECT_EQ(report_of(query_error(5, 8), "gaza foo:bar"),
            "dateline: unknown field 'foo'\n  gaza foo:bar\n       ^~~\nhint: did you mean 'org:'?\n");
  EXPECT_EQ(report_of(query_error(7, 10), "東京 foo:bar"),
            "dateline: unknown field 'foo'\n  東京 foo:bar\n       ^~~\nhint: did you mean 'org:'?\n");
  EXPECT_EQ(report_of(query_error(2, 2), "a\t"),
            "dateline: unknown field 'foo'\n  a \n    ^\nhint: did you mean 'org:'?\n");
}

TEST(ErrorReport, ShowsThePartOfALongQueryThatMatters) {
  const std::string query = std::string(10'000, '(') + "x";
  const std::string report = report_of(query_error(200, 201), query);
  EXPECT_LT(report.size(), 300U);
  EXPECT_NE(report.find("  …" + std::string(72, '(') + "…\n  " + std::string(41, ' ') + "^\n"), std::string::npos)
      << report;
}

TEST(ErrorReport, StaysInsideTheQueryWhateverThePosition) {
  for (const auto& [begin, end] : {std::pair<std::size_t, std::size_t>{0, 99}, {99, 100}, {3, 1}}) {
    EXPECT_NE(report_of(query_error(begin, end), "gaza").find("^"), std::string::npos);
  }
}

TEST(ErrorReport, HasNoQueryWithoutAPosition) {
  EXPECT_EQ(report_of({DATELINE_USAGE, "no \x1b[31m", "", std::nullopt}, "gaza"), "dateline: no [31m\n");
}

TEST(Screen, TakesTheTerminalThenColumnsThenEighty) {
  EXPECT_EQ(screen_for({.terminal = true, .terminal_width = 120, .columns = "90"}, ColorChoice::kAuto).width, 120U);
  EXPECT_EQ(screen_for({.columns = "90"}, ColorChoice::kAuto).width, 90U);
  EXPECT_EQ(screen_for({.columns = "wide"}, ColorChoice::kAuto).width, 80U);
  EXPECT_EQ(screen_for({}, ColorChoice::kAuto).width, 80U);
  EXPECT_EQ(screen_for({.columns = "1"}, ColorChoice::kAuto).width, 20U);
}

TEST(Screen, HasColourOnTerminalsThatWantIt) {
  EXPECT_TRUE(screen_for({.terminal = true, .term = "xterm"}, ColorChoice::kAuto).color);
  EXPECT_FALSE(screen_for({.terminal = true, .term = "dumb"}, ColorChoice::kAuto).color);
  EXPECT_FALSE(screen_for({.terminal = true, .no_color = true}, ColorChoice::kAuto).color);
  EXPECT_FALSE(screen_for({.terminal = false}, ColorChoice::kAuto).color);
  EXPECT_TRUE(screen_for({.terminal = false, .no_color = true}, ColorChoice::kAlways).color);
  EXPECT_FALSE(screen_for({.terminal = true}, ColorChoice::kNever).color);
}

}  // namespace
}  // namespace dateline::cli
