// Timelines, comparisons and trends of random articles, held against counts made by hand.
#include "query/engine/analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>
#include <set>

#include "query/engine/engine.h"
#include "query/engine/typical.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TestArchive;
using testing::TestArticle;

const std::vector<std::string> kPeople = {"Ann Lee", "Bob Roe", "Cem Oz", "Dora Moss"};
const std::vector<std::string> kWords = {"truce", "harbour", "election", "storm", "football", "negotiators"};

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// 600 articles of two months. In one week of August Ann Lee and the truce are everywhere.
std::vector<TestArticle> two_months() {
  std::mt19937 random(5);
  const auto chance = [&](int percent) { return static_cast<int>(random() % 100) < percent; };
  std::vector<TestArticle> articles;
  for (int i = 0; i < 600; ++i) {
    const int month = 7 + i / 300, day = 1 + i % 300 * 30 / 300;
    const bool week = month == 8 && day >= 24;
    TestArticle article{.key = "a" + std::to_string(i), .title = "News " + std::to_string(i), .text = "It is said."};
    article.published = i % 50 == 7 ? "" : i % 50 == 8 ? "2024" : "2024-" + padded(month) + "-" + padded(day);
    for (const std::string& word : kWords) {
      if (chance(week && word == "truce" ? 80 : 15)) article.text += " The " + word + ".";
    }
    for (const std::string& name : kPeople) {
      if (chance(week && name == "Ann Lee" ? 70 : 10)) article.people.push_back(name);
    }
    if (chance(5)) article.people.emplace_back("Annie Lee");
    articles.push_back(article);
  }
  return articles;
}

bool has_word(const TestArticle& article, const std::string& word) {
  return article.text.find(word) != std::string::npos;
}
// Annie Lee was merged into Ann Lee.
bool has_person(const TestArticle& article, const std::string& name) {
  const std::set<std::string> people(article.people.begin(), article.people.end());
  return people.contains(name) || (name == "Ann Lee" && people.contains("Annie Lee"));
}

class AnalysisTest : public ::testing::Test {
 protected:
  void SetUp() override {
    articles_ = two_months();
    archive_.put(articles_);
    archive_.merge(FacetKind::kPerson, "Annie Lee", "Ann Lee");
    auto opened = Engine::open(archive_.paths());
    ASSERT_TRUE(opened.ok());
    engine_.emplace(std::move(*opened));
  }

  template <class Fits>
  std::uint64_t count(const Fits& fits) const {
    return static_cast<std::uint64_t>(std::count_if(articles_.begin(), articles_.end(), fits));
  }

  std::vector<TestArticle> articles_;
  TestArchive archive_;
  std::optional<Engine> engine_;
};

TEST_F(AnalysisTest, TimelineCountsEachPeriodOfMatchesAndOfTheArchive) {
  const auto timeline = engine_->timeline({.query = {.text = "truce"}, .step = DateStep::kDay, .peaks = 0});
  ASSERT_TRUE(timeline.ok()) << timeline.error().message;
  EXPECT_EQ(timeline->matched, count([](const auto& a) { return has_word(a, "truce"); }));
  EXPECT_EQ(timeline->undated, count([](const auto& a) { return has_word(a, "truce") && a.published.empty(); }));
  EXPECT_EQ(timeline->imprecise, count([](const auto& a) { return has_word(a, "truce") && a.published == "2024"; }));
  std::uint64_t placed = 0;
  for (const TimelinePeriod& period : timeline->periods) {
    const auto on_day = [&](const TestArticle& a) { return a.published == period.period; };
    EXPECT_EQ(period.articles, count([&](const auto& a) { return on_day(a) && has_word(a, "truce"); }));
    EXPECT_EQ(period.of, count(on_day));
    placed += period.articles;
  }
  EXPECT_EQ(placed + timeline->undated + timeline->imprecise, timeline->matched);
  EXPECT_EQ(timeline->periods.front().period, "2024-07-01");
  EXPECT_EQ(timeline->periods.back().period, "2024-08-30");
  EXPECT_EQ(timeline->periods.size(), 61U) << "31 July is there, and empty";
  EXPECT_THAT(timeline->peaks, IsEmpty());
}

TEST_F(AnalysisTest, APeakSaysWhoAndWhatMadeIt) {
  const auto timeline = engine_->timeline({.query = {.text = "truce"}});
  ASSERT_TRUE(timeline.ok()) << timeline.error().message;
  EXPECT_EQ(timeline->step, DateStep::kDay);
  ASSERT_FALSE(timeline->peaks.empty());
  const TimelinePeak& peak = timeline->peaks.back();
  EXPECT_GE(peak.first, "2024-08-24");
  EXPECT_LE(peak.last, "2024-08-30");
  EXPECT_GT(static_cast<double>(peak.articles), 2 * peak.expected);
  ASSERT_EQ(peak.names.size(), 1U);
  EXPECT_EQ(peak.names[0].name, "Ann Lee");
  EXPECT_EQ(peak.names[0].here, count([&](const auto& a) {
              return a.published >= peak.first && a.published <= peak.last && has_word(a, "truce") &&
                     has_person(a, "Ann Lee");
            }));
  ASSERT_EQ(peak.headlines.size(), 2U);
  EXPECT_TRUE(has_person(articles_[std::stoul(peak.headlines[0].id.substr(1))], "Ann Lee"));
  for (const TimelinePeriod& period : timeline->periods) {
    const bool inside = period.period >= peak.first && period.period <= peak.last;
    EXPECT_EQ(period.peak == timeline->peaks.size(), inside) << period.period;
  }
}

TEST_F(AnalysisTest, ComparesExactCounts) {
  const auto compared = engine_->compare({.first = {.text = "truce"}, .second = "storm", .kinds = {}, .limit = 0});
  ASSERT_TRUE(compared.ok()) << compared.error().message;
  const std::uint64_t first = count([](const auto& a) { return has_word(a, "truce"); });
  const std::uint64_t second = count([](const auto& a) { return has_word(a, "storm"); });
  EXPECT_EQ(compared->first.matched, first);
  EXPECT_EQ(compared->second.matched, second);
  EXPECT_EQ(compared->both, count([](const auto& a) { return has_word(a, "truce") && has_word(a, "storm"); }));
  ASSERT_EQ(compared->kinds.size(), 4U);
  const ComparedKind& people = compared->kinds[0];
  EXPECT_EQ(people.kind, FacetKind::kPerson);
  for (const std::string& name : kPeople) {
    const std::uint64_t a = count([&](const auto& x) { return has_word(x, "truce") && has_person(x, name); });
    const std::uint64_t b = count([&](const auto& x) { return has_word(x, "storm") && has_person(x, name); });
    const double score = log_likelihood(a, b, {first, second});
    const bool typical = a >= kLeastTypical && score >= kLeastScore && a * second > b * first;
    const auto found =
        std::find_if(people.first.begin(), people.first.end(), [&](const auto& v) { return v.name == name; });
    ASSERT_EQ(found != people.first.end(), typical) << name;
    if (!typical) continue;
    EXPECT_EQ(found->here, a);
    EXPECT_EQ(found->there, b);
    EXPECT_NEAR(found->score, score, 1e-9);
  }
  const ComparedKind& words = compared->kinds[3];
  EXPECT_EQ(words.kind, std::nullopt);
  EXPECT_TRUE(words.exact);
  ASSERT_FALSE(words.first.empty());
  EXPECT_EQ(words.first[0].name, "truce");
  EXPECT_EQ(words.first[0].here, first);
  EXPECT_EQ(words.second[0].name, "storm");
}

TEST_F(AnalysisTest, ComparingAQueryWithItselfFindsNothing) {
  const auto compared = engine_->compare({.first = {.text = "truce"}, .second = "truce", .kinds = {}});
  ASSERT_TRUE(compared.ok());
  EXPECT_EQ(compared->both, compared->first.matched);
  for (const ComparedKind& kind : compared->kinds) {
    EXPECT_THAT(kind.first, IsEmpty());
    EXPECT_THAT(kind.second, IsEmpty());
  }
}

TEST_F(AnalysisTest, AWrongSecondQueryHasAPositionInBothTogether) {
  const auto compared = engine_->compare({.first = {.text = "truce"}, .second = "(storm", .kinds = {}});
  ASSERT_FALSE(compared.ok());
  EXPECT_EQ(compared.error().code, ErrorCode::kQuery);
  ASSERT_TRUE(compared.error().position.has_value());
  EXPECT_GE(compared.error().position->begin, std::string("truce -- ").size());
}

TEST_F(AnalysisTest, TrendsCountTheWindowAndTheTimeBefore) {
  const auto trends = engine_->trends({.query = {}, .since = "7d", .until = {}, .kinds = {.words = true}});
  ASSERT_TRUE(trends.ok()) << trends.error().message;
  EXPECT_EQ(trends->since, "2024-08-24");
  EXPECT_EQ(trends->until, "2024-08-30");
  EXPECT_TRUE(trends->until_newest);
  EXPECT_EQ(trends->before_since, "2024-07-27");
  EXPECT_EQ(trends->before_until, "2024-08-23");
  const auto now = [](const TestArticle& a) { return a.published >= "2024-08-24" && a.published <= "2024-08-30"; };
  const auto before = [](const TestArticle& a) { return a.published >= "2024-07-27" && a.published <= "2024-08-23"; };
  EXPECT_EQ(trends->now, count(now));
  EXPECT_EQ(trends->before, count(before));
  EXPECT_EQ(trends->unplaced, count([](const auto& a) { return a.published.size() < 10; }));
  ASSERT_EQ(trends->kinds.size(), 4U);
  ASSERT_EQ(trends->kinds[0].values.size(), 1U);
  const TrendValue& lee = trends->kinds[0].values[0];
  EXPECT_EQ(lee.value.name, "Ann Lee");
  EXPECT_EQ(lee.value.here, count([&](const auto& a) { return now(a) && has_person(a, "Ann Lee"); }));
  EXPECT_EQ(lee.value.there, count([&](const auto& a) { return before(a) && has_person(a, "Ann Lee"); }));
  EXPECT_GT(lee.ratio, 3);
  EXPECT_EQ(trends->step_days, 1U);
  ASSERT_EQ(lee.series.size(), 35U);
  EXPECT_EQ(std::accumulate(lee.series.begin(), lee.series.end(), std::uint64_t{0}), lee.value.here + lee.value.there);
  const TrendValue& truce = trends->kinds[3].values[0];
  EXPECT_EQ(truce.value.name, "truce");
  EXPECT_EQ(std::accumulate(truce.series.begin(), truce.series.end(), std::uint64_t{0}),
            truce.value.here + truce.value.there);
}

TEST_F(AnalysisTest, WhatFallsIsTheOtherWayRound) {
  const auto trends = engine_->trends(
      {.query = {}, .since = "2024-08-01", .until = "2024-08-23", .kinds = {}, .limit = 10, .falling = true});
  ASSERT_TRUE(trends.ok());
  EXPECT_FALSE(trends->until_newest);
  const auto later = engine_->trends({.query = {.text = "-truce"}, .since = "7d", .until = {}, .kinds = {}});
  ASSERT_TRUE(later.ok());
  for (const TrendKind& kind : trends->kinds) {
    for (const TrendValue& trend : kind.values) EXPECT_LT(trend.ratio, 1);
  }
}

TEST_F(AnalysisTest, FiltersAndWrongQueriesAreThoseOfSearches) {
  SearchRequest filtered{.text = "truce"};
  filtered.selections = {{FacetKind::kPerson, "Bob Roe"}};
  const auto timeline = engine_->timeline({.query = filtered});
  ASSERT_TRUE(timeline.ok());
  EXPECT_EQ(timeline->matched, count([](const auto& a) { return has_word(a, "truce") && has_person(a, "Bob Roe"); }));
  EXPECT_EQ(engine_->timeline({.query = {.text = "(truce"}}).error().code, ErrorCode::kQuery);
  EXPECT_EQ(engine_->trends({.query = {.text = "(truce"}}).error().code, ErrorCode::kQuery);
  EXPECT_EQ(engine_->trends({.query = {}, .since = "soon"}).error().code, ErrorCode::kUsage);
}

TEST(AnalysisOfLittle, EmptyAndUndatedArchivesHaveAnswersToo) {
  TestArchive archive;
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine.ok());
  EXPECT_EQ(engine->timeline({})->matched, 0U);
  EXPECT_EQ(engine->compare({.first = {}, .second = "x", .kinds = {}})->both, 0U);
  EXPECT_THAT(engine->trends({})->kinds, IsEmpty());
  archive.put({{.key = "a", .title = "Rain", .text = "It rains."},
               {.key = "b", .title = "Sun", .text = "It shines.", .published = "2024-08"}});
  EXPECT_EQ(engine->timeline({.query = {.text = "rain"}})->undated, 1U);
  EXPECT_THAT(engine->timeline({.query = {.text = "rain"}})->periods, IsEmpty());
  EXPECT_EQ(engine->timeline({.query = {}, .step = DateStep::kDay})->imprecise, 1U);
  EXPECT_THAT(engine->trends({})->notes, Not(IsEmpty()));
  archive.put({{.key = "c", .title = "Snow", .text = "It snows.", .published = "2024-08-02"}});
  EXPECT_THAT(engine->trends({})->notes, Contains(::testing::HasSubstr("nothing to hold this time against")));
}

TEST(AnalysisOfLittle, WordsAreShownAsPeopleWriteThem) {
  TestArchive archive;
  std::vector<TestArticle> articles;
  for (int i = 0; i < 40; ++i) {
    const bool left = i < 20;
    articles.push_back({.key = "a" + std::to_string(i),
                        .title = left ? "NEGOTIATIONS" : "Weather",
                        .text = left ? "Negotiations of OPEC in Zürich. The negotiations stall." : "Clear skies."});
  }
  archive.put(articles);
  auto engine = Engine::open(archive.paths());
  const auto compared =
      engine->compare({.first = {.text = "opec"}, .second = "weather", .kinds = {.facets = {}, .words = true}});
  ASSERT_TRUE(compared.ok());
  std::vector<std::string> words;
  for (const TypicalValue& word : compared->kinds[0].first) words.push_back(word.name);
  EXPECT_THAT(words, ::testing::UnorderedElementsAre("negotiations", "OPEC", "Zürich", "stall"));
}

}  // namespace
}  // namespace dateline
