// What a hit's score is made of: the shares add up to the score that a search gives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "query/engine/engine.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestArchive;

class ExplainTest : public ::testing::Test {
 protected:
  ExplainTest() {
    archive_.put(
        {{.key = "near", .title = "Storm", .text = "The west bank of the river rose.", .published = "2024-08-10"},
         {.key = "apart", .title = "Calm", .text = "The bank is in the west.", .published = "2024-08-20"},
         {.key = "person", .title = "Talks", .text = "The west listened.", .people = {"Ann Lee"}}});
  }
  Engine open() {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine) << engine.error().message;
    return std::move(*engine);
  }
  ExplainedHit explained(const SearchRequest& search, const std::string& hit) {
    const auto found = open().explain({.search = search, .hit = hit});
    EXPECT_TRUE(found) << found.error().message;
    return found && !found->hits.empty() ? found->hits.front() : ExplainedHit{};
  }
  static std::vector<std::string> parts_of(const ExplainedHit& hit) {
    std::vector<std::string> parts;
    for (const ScoreShare& share : hit.shares) parts.push_back(share.part);
    return parts;
  }

  TestArchive archive_;
};

TEST_F(ExplainTest, SharesAddUpToTheScoreOfTheSearch) {
  for (const SearchRequest& request :
       {SearchRequest{.text = "west bank"}, SearchRequest{.text = "\"west bank\" OR calm^2"},
        SearchRequest{.text = "w*st"}, SearchRequest{.text = "west bank", .half_life_days = 10},
        SearchRequest{.text = "*"}, SearchRequest{.text = "title:storm west~1", .match = MatchMode::kAny}}) {
    SCOPED_TRACE(request.text);
    const auto results = open().search(request);
    ASSERT_TRUE(results) << results.error().message;
    ASSERT_FALSE(results->hits.empty());
    for (const Hit& hit : results->hits) {
      const ExplainedHit found = explained(request, hit.id);
      const double sum = std::accumulate(found.shares.begin(), found.shares.end(), 0.0,
                                         [](double so_far, const ScoreShare& share) { return so_far + share.score; });
      EXPECT_NEAR(found.score, hit.score, 1e-9) << hit.id;
      EXPECT_NEAR(sum, hit.score, 1e-6) << hit.id;
    }
  }
}

TEST_F(ExplainTest, NearnessAndAgeHaveTheirShares) {
  EXPECT_THAT(parts_of(explained({.text = "west bank"}, "near")), ElementsAre("west", "bank", "nearness"));
  const ExplainedHit aged = explained({.text = "west bank", .half_life_days = 10}, "near");
  ASSERT_THAT(parts_of(aged), ElementsAre("west", "bank", "nearness", "age"));
  EXPECT_NEAR(aged.shares.back().score, -aged.score, 1e-9) << "half of it is left after one half-life";
}

TEST_F(ExplainTest, WhatDoesNotMatchHasNoScore) {
  const ExplainedHit hit = explained({.text = "bank"}, "person");
  EXPECT_FALSE(hit.matches);
  EXPECT_EQ(hit.score, 0);
  EXPECT_THAT(hit.shares, IsEmpty());
}

}  // namespace
}  // namespace dateline
