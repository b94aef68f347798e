// The arithmetic of analyses: what is typical, where a peak is, when "the last week" was.
#include "query/engine/typical.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/time_series.h"
#include "query/engine/time_window.h"
#include "query/engine/timeline_peaks.h"
#include "query/engine/timeline_periods.h"
#include "query/engine/word_counter.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LogLikelihood, IsThatOfDunningsTable) {
  // "the swiss" in Dunning (1993), table 2: 110, 2442, 111, 29114.
  EXPECT_NEAR(log_likelihood(110, 111, {110 + 2442, 111 + 29114}), 270.72, 0.01);
}

TEST(LogLikelihood, IsNothingWhereGroupsAreAlikeOrEmpty) {
  EXPECT_NEAR(log_likelihood(10, 100, {100, 1000}), 0, 1e-9);
  EXPECT_EQ(log_likelihood(0, 0, {100, 1000}), 0);
  EXPECT_EQ(log_likelihood(5, 0, {5, 0}), 0);
  EXPECT_EQ(log_likelihood(0, 7, {0, 9}), 0);
}

TEST(Typical, KeepsWhatIsMoreFrequentHereByAMarginThatIsNoChance) {
  std::vector<ValueCount> counts = {
      {.value = 1, .here = 50, .there = 0},    // only here
      {.value = 2, .here = 50, .there = 500},  // the same share
      {.value = 3, .here = 1, .there = 500},   // rather there
      {.value = 4, .here = 2, .there = 0},     // too few
      {.value = 5, .here = 60, .there = 10},   //
      {.value = 6, .here = 12, .there = 100},  // a little more: chance
      {.value = 7, .here = 50, .there = 0},    // as 1
  };
  keep_typical(counts, {100, 1000}, 0);
  ASSERT_EQ(counts.size(), 3U);
  EXPECT_EQ(counts[0].value, 5U) << "more of those here have it";
  EXPECT_EQ(counts[1].value, 1U);
  EXPECT_EQ(counts[2].value, 7U);
  EXPECT_GT(counts[0].score, counts[2].score);
  keep_typical(counts, {100, 1000}, 1);
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts[0].value, 5U);
}

std::vector<PeriodCount> row(const std::vector<std::uint64_t>& matches, std::uint64_t of) {
  std::vector<PeriodCount> out;
  for (const std::uint64_t count : matches) out.push_back({count, of});
  return out;
}

TEST(Peaks, StandOutFromTheirNeighbours) {
  const struct {
    const char* what;
    std::vector<std::uint64_t> matches;
    std::vector<std::pair<std::size_t, std::size_t>> peaks;
  } cases[] = {
      {"one day", {3, 4, 2, 3, 30, 3, 4, 3, 2, 3}, {{4, 4}}},
      {"its slopes belong to it", {3, 4, 2, 3, 12, 30, 14, 3, 4, 3, 2, 3, 3, 2, 4, 3}, {{4, 6}}},
      {"two", {3, 25, 2, 3, 4, 3, 3, 2, 27, 3, 4, 3}, {{1, 1}, {8, 8}}},
      {"at the ends", {30, 3, 4, 2, 3, 3, 4, 3, 31}, {{0, 0}, {8, 8}}},
      {"out of nothing", {0, 0, 0, 6, 0, 0, 0, 0}, {{3, 3}}},
      {"four are too few", {0, 0, 0, 4, 0, 0, 0, 0}, {}},
      {"flat", {9, 8, 10, 9, 8, 9, 10, 9}, {}},
      {"too few periods", {1, 1, 50, 1}, {}},
      {"nothing", {}, {}},
  };
  for (const auto& example : cases) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const PeakSpan& span : find_peaks(row(example.matches, 100), true)) found.emplace_back(span.first, span.last);
    EXPECT_EQ(found, example.peaks) << example.what;
  }
}

TEST(Peaks, OfAShareAreNotTheArchivesOwnBusyDays) {
  std::vector<PeriodCount> periods = row({5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, 50);
  periods[4] = {30, 300};
  EXPECT_THAT(find_peaks(periods, true), IsEmpty()) << "six times as much of everything";
  EXPECT_EQ(find_peaks(periods, false).size(), 1U);
  periods[4] = {5, 6};
  EXPECT_THAT(find_peaks(periods, true), IsEmpty()) << "no more than usual, of little";
  periods[4] = {30, 50};
  ASSERT_EQ(find_peaks(periods, true).size(), 1U);
  EXPECT_NEAR(find_peaks(periods, true)[0].expected, 5, 1e-9);
}

TEST(Periods, AreNumberedWithoutGaps) {
  const PackedDate day = pack_date({.year = 2024, .month = 3, .day = 1});
  EXPECT_EQ(
      *period_of(day, DateStep::kDay) - *period_of(pack_date({.year = 2024, .month = 2, .day = 29}), DateStep::kDay),
      1);
  EXPECT_EQ(*period_of(pack_date({.year = 2024, .month = 1}), DateStep::kMonth) -
                *period_of(pack_date({.year = 2023, .month = 12}), DateStep::kMonth),
            1);
  EXPECT_EQ(period_of(pack_date({.year = 2024}), DateStep::kMonth), std::nullopt);
  EXPECT_EQ(period_of(pack_date({.year = 2024, .month = 3}), DateStep::kDay), std::nullopt);
  EXPECT_EQ(period_of(0, DateStep::kYear), std::nullopt);
  for (const auto& [step, name] : {std::pair{DateStep::kDay, "2024-03-01"}, std::pair{DateStep::kMonth, "2024-03"},
                                   std::pair{DateStep::kYear, "2024"}}) {
    EXPECT_EQ(period_name(*period_of(day, step), step), name);
  }
}

TEST(Periods, AreAsFineAsTheTimeIsShort) {
  const auto date = [](const char* text) { return pack_date(*parse_date(text)); };
  EXPECT_EQ(step_for(DateStep::kAuto, date("2024-03-01"), date("2024-04-15")), DateStep::kDay);
  EXPECT_EQ(step_for(DateStep::kAuto, date("2021-03"), date("2024-04-15")), DateStep::kMonth);
  EXPECT_EQ(step_for(DateStep::kAuto, date("1987"), date("2024-04-15")), DateStep::kYear);
  EXPECT_EQ(step_for(DateStep::kDay, date("1987"), date("2024-04-15")), DateStep::kDay);
  EXPECT_EQ(step_for(DateStep::kDay, date("1907"), date("2024-04-15")), DateStep::kMonth) << "42,000 days";
  EXPECT_EQ(step_for(DateStep::kYear, date("2024-03-01"), date("2024-03-02")), DateStep::kYear);
}

std::int64_t day(const char* text) {
  return days_of(*parse_date(text))->first;
}

TEST(TimeWindow, EndsWithTheNewestArticleOrWhereAsked) {
  const struct {
    const char *since, *until, *first, *last, *before_first, *before_last;
  } cases[] = {
      {"7d", "", "2024-08-25", "2024-08-31", "2024-07-28", "2024-08-24"},
      {"1d", "", "2024-08-31", "2024-08-31", "2024-08-27", "2024-08-30"},
      {"2w", "", "2024-08-18", "2024-08-31", "2024-06-23", "2024-08-17"},
      {"1m", "2024-03-31", "2024-03-01", "2024-03-31", "2023-10-29", "2024-02-29"},
      {"1m", "2024-08-15", "2024-07-16", "2024-08-15", "2024-03-14", "2024-07-15"},
      {"1y", "2024", "2024-01-01", "2024-12-31", "2019-12-29", "2023-12-31"},
      {"2024-08-16", "", "2024-08-16", "2024-08-31", "2024-06-13", "2024-08-15"},
      {"2024-08", "2024-08-02", "2024-08-01", "2024-08-02", "2024-07-24", "2024-07-31"},
  };
  for (const auto& example : cases) {
    const auto window = time_window(example.since, example.until, day("2024-08-31"));
    ASSERT_TRUE(window.ok()) << example.since << ": " << window.error().message;
    EXPECT_EQ(window->now, (DayRange{day(example.first), day(example.last)})) << example.since;
    EXPECT_EQ(window->before, (DayRange{day(example.before_first), day(example.before_last)})) << example.since;
  }
}

TEST(TimeWindow, SaysWhatIsWrong) {
  for (const char* since : {"", "d", "7", "0d", "-3d", "7x", "7dd", "yesterday", "2024-13", "99999999999999999999d"}) {
    EXPECT_EQ(time_window(since, "", day("2024-08-31")).error().code, ErrorCode::kUsage) << since;
  }
  EXPECT_EQ(time_window("7d", "tomorrow", day("2024-08-31")).error().code, ErrorCode::kUsage);
  EXPECT_EQ(time_window("2024-09", "", day("2024-08-31")).error().code, ErrorCode::kUsage);
  EXPECT_TRUE(time_window("100000y", "", day("2024-08-31")).ok());
}

TEST(SeriesSteps, FitTheWindow) {
  const DayRange days{100, 134};  // five weeks
  const SeriesSteps steps(days, 7);
  EXPECT_EQ(steps.step_days(), 1);
  EXPECT_EQ(steps.size(), 35U);
  const auto packed = [](std::int64_t number) {
    const CivilDay civil = civil_from_days(number);
    return pack_date({.year = civil.year, .month = civil.month, .day = civil.day});
  };
  EXPECT_EQ(steps.step_of(packed(134)), 34U);
  EXPECT_EQ(steps.step_of(packed(100)), 0U);
  EXPECT_EQ(steps.step_of(packed(99)), std::nullopt);
  const SeriesSteps months({0, 149}, 30);
  EXPECT_EQ(months.step_days(), 6);
  EXPECT_EQ(months.size(), 25U);
  EXPECT_EQ(months.step_of(packed(149)), 24U);
  EXPECT_EQ(months.step_of(packed(0)), 0U);
}

TEST(EvenlyChosen, TakesFromAllOver) {
  EXPECT_THAT(evenly_chosen({1, 2, 3, 4, 5, 6, 7, 8}, 4), ElementsAre(1, 3, 5, 7));
  EXPECT_THAT(evenly_chosen({1, 2}, 4), ElementsAre(1, 2));
}

}  // namespace
}  // namespace dateline
