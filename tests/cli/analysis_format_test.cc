// Timelines, comparisons and trends as people see them.
#include "query/cli/analysis_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "query/cli/bars.h"
#include "query/cli/display_text.h"
#include "tests/cli/golden_files.h"

namespace dateline::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TimelineView timeline() {
  TimelineView view{.matched = 1234, .undated = 3, .imprecise = 1, .step = "day", .took_ms = 4.25};
  for (int i = 1; i <= 9; ++i) {
    const std::uint64_t articles = i == 5 ? 480 : i == 6 ? 310 : static_cast<std::uint64_t>(i % 4 * 12);
    view.periods.push_back({"2024-08-0" + std::to_string(i), articles, 900, i == 5 || i == 6 ? 1U : 0U});
  }
  view.periods[7].peak = 2;
  PeakView peak{.first = "2024-08-05", .last = "2024-08-06", .articles = 790, .expected = 24.4};
  peak.names = {"Yahya Sinwar", "\x1b[31mRafah", "Hamas", "安倍晋三", "The Society for the Prevention of Everything"};
  peak.words = {"negotiators", "proposal", "truce"};
  peak.headlines = {
      {"wire-1", "Mediators leave Doha with a new proposal, a date in Cairo, and a good deal more than before",
       "2024-08-05T14:30:00+02:00", "Example Wire"},
      {"wire-2", "Rafah", "", ""}};
  view.peaks = {peak, {.first = "2024-08-08", .last = "2024-08-08", .articles = 9, .expected = 0}};
  view.notes = {"person:sinwar stands for 2 people: Yahya Sinwar, Mohammed Sinwar"};
  return view;
}

ComparisonView comparison() {
  ComparisonView view{.first_query = "gaza ceasefire",
                      .second_query = "ukraine ceasefire \x1b[2J and a long query that goes on and on and on and on",
                      .first = 1204,
                      .second = 310,
                      .both = 12,
                      .took_ms = 5.125};
  view.kinds.push_back({.kind = "person",
                        .read_first = 1204,
                        .read_second = 310,
                        .first = {{"Benjamin Netanyahu", 512, 3, 401.5}, {"Yahya Sinwar", 80, 0, 71.25}},
                        .second = {{"Volodymyr Zelensky of the Very Long Name", 120, 4, 399}, {"安倍晋三", 9, 1, 12}}});
  view.kinds.push_back({.kind = "place", .read_first = 1204, .read_second = 310, .first = {}, .second = {}});
  view.kinds.push_back({.kind = "word",
                        .exact = false,
                        .read_first = 1000,
                        .read_second = 310,
                        .first = {{"hostages", 300, 1, 200}},
                        .second = {}});
  return view;
}

TrendsView trends() {
  TrendsView view;
  view.since = "2024-08-10";
  view.until = "2024-08-16";
  view.before_since = "2024-07-13";
  view.before_until = "2024-08-09";
  view.until_newest = true;
  view.now = 412;
  view.before = 1530;
  view.unplaced = 2;
  view.took_ms = 3;
  TrendKindView people{.kind = "person", .read_now = 412, .read_before = 1530};
  people.values.push_back({{"Kamala Harris", 48, 12, 90.5}, 14.2, {0, 0, 1, 0, 2, 1, 0, 3, 5, 0, 0, 1, 9, 20, 19}});
  people.values.push_back({{"Someone of a Name That Is Much Too Long for the Table", 9, 0, 30}, 70.04, {0, 0, 9}});
  view.kinds.push_back(people);
  view.kinds.push_back({.kind = "organization", .read_now = 412, .read_before = 1530, .values = {}});
  return view;
}

TEST(TimelineFormat, LooksAsInTheGoldenFiles) {
  expect_golden_on_every_screen("timeline", [](const Screen& screen) { return format_timeline(timeline(), screen); });
}
TEST(CompareFormat, LooksAsInTheGoldenFiles) {
  expect_golden_on_every_screen("compare",
                                [](const Screen& screen) { return format_comparison(comparison(), screen); });
}
TEST(TrendsFormat, LooksAsInTheGoldenFiles) {
  expect_golden_on_every_screen("trends", [](const Screen& screen) { return format_trends(trends(), screen); });
}

TEST(AnalysisFormat, FitsEveryScreenAndLeavesTheTerminalAlone) {
  for (std::size_t width = 20; width <= 200; width += 7) {
    const Screen screen{width, false};
    for (const std::string& text : {format_timeline(timeline(), screen), format_comparison(comparison(), screen),
                                    format_trends(trends(), screen)}) {
      EXPECT_THAT(text, Not(HasSubstr("\x1b")));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        // Tables have a least width; what is narrower than that breaks lines.
        if (width >= 64) {
          EXPECT_LE(display_width(line), width) << line;
        }
        EXPECT_THAT(line, Not(EndsWith(" ")));
      }
    }
  }
}

TEST(TimelineFormat, PutsManyPeriodsOnSharedLines) {
  TimelineView view{.matched = 400, .step = "day"};
  for (int i = 0; i < 250; ++i) view.periods.push_back({"day-" + std::to_string(100 + i), 2, 4, i == 249 ? 1U : 0U});
  const std::string text = format_timeline(view, {80, false});
  EXPECT_THAT(text, StartsWith("400 articles · 3 days a line"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2 + 84);
  EXPECT_THAT(text, HasSubstr("day-100  6   50.0%"));
  EXPECT_THAT(text, EndsWith("▲1\n"));
}

TEST(TimelineFormat, HasNoSharesWhereTheQueryIsEverything) {
  TimelineView view{.matched = 7, .step = "year"};
  view.periods = {{"2023", 3, 3}, {"2024", 4, 4}};
  EXPECT_THAT(format_timeline(view, {80, false}), Not(HasSubstr("%")));
}

TEST(AnalysisFormat, SaysThatNothingMatches) {
  EXPECT_THAT(format_timeline({}, {80, false}), StartsWith("no article matches"));
  ComparisonView none = comparison();
  none.second = 0;
  EXPECT_THAT(format_comparison(none, {80, false}), Not(HasSubstr("People")));
}

TEST(Bars, ShowWhatIsThereAtAll) {
  EXPECT_EQ(bar_of(0, 10, 3), "   ");
  EXPECT_EQ(bar_of(10, 10, 3), "███");
  EXPECT_EQ(bar_of(5, 10, 3), "█▌ ");
  EXPECT_EQ(bar_of(1, 100000, 3), "▏  ");
  EXPECT_EQ(curve_of({0, 1, 4, 8}), " ▁▄█");
  EXPECT_EQ(curve_of({0, 1, 1000}), " ▁█");
  EXPECT_EQ(curve_of({}), "");
  EXPECT_EQ(curve_of({0}), " ");
}

}  // namespace
}  // namespace dateline::cli
