// Near copies in answers: collapsed pages, versions, counts per story; against brute force.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "query/engine/engine.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestArchive;
using testing::TestArticle;

std::vector<TestArticle> made_up(unsigned seed, int number) {
  std::mt19937 random(seed);
  std::vector<TestArticle> articles;
  for (int i = 0; i < number; ++i) {
    TestArticle article{.key = "k" + std::to_string(i), .title = "Title"};
    for (unsigned w = 0; w < 3 + random() % 20; ++w) article.text += random() % 3 == 0 ? "gaza " : "talks ";
    article.published = "20" + std::to_string(10 + random() % 5) + "-0" + std::to_string(1 + random() % 9);
    article.source = "Paper " + std::to_string(random() % 4);
    for (unsigned p = 0; p < random() % 4; ++p) article.people.push_back("Person " + std::to_string(random() % 6));
    if (random() % 2 == 0) article.story = "s" + std::to_string(random() % 12);
    articles.push_back(std::move(article));
  }
  return articles;
}

class StoriesTest : public ::testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    for (const TestArticle& article : made_up(GetParam(), 90)) by_key_[article.key] = article;
    archive_.put(made_up(GetParam(), 90));
    auto opened = Engine::open(archive_.paths());
    ASSERT_TRUE(opened);
    engine_.emplace(std::move(*opened));
  }
  SearchResults search(const SearchRequest& request) {
    auto results = engine_->search(request);
    EXPECT_TRUE(results) << results.error().message;
    return results ? std::move(*results) : SearchResults{};
  }
  // One that no other article has, where it is of none.
  std::string story_of(const std::string& key) const {
    const std::string& story = by_key_.at(key).story;
    return story.empty() ? "alone " + key : story;
  }

  TestArchive archive_;
  std::map<std::string, TestArticle> by_key_;
  std::optional<Engine> engine_;
};

TEST_P(StoriesTest, CollapsedPagesAreTheBestOfEachStoryAndJoinWithoutGaps) {
  for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
    const auto all = search({.text = "gaza", .sort = sort, .limit = 100});
    std::vector<std::string> best;
    std::set<std::string> seen;
    for (const Hit& hit : all.hits) {
      if (seen.insert(story_of(hit.id)).second) best.push_back(hit.id);
    }
    for (const std::uint64_t limit : {1U, 3U, 10U, 100U}) {
      std::vector<std::string> pages;
      for (std::uint64_t offset = 0;; offset += limit) {
        const auto page = search({.text = "gaza", .sort = sort, .offset = offset, .limit = limit, .collapse = true});
        EXPECT_EQ(page.matched, all.matched);
        if (page.hits.empty()) break;
        for (const Hit& hit : page.hits) {
          pages.push_back(hit.id);
          EXPECT_EQ(hit.rank, pages.size());
        }
      }
      EXPECT_EQ(pages, best) << "limit " << limit;
    }
  }
}

TEST_P(StoriesTest, VersionsAreTheOtherMatchesOfTheStory) {
  const auto all = search({.text = "gaza", .limit = 100});
  std::map<std::string, std::uint64_t> matching;
  for (const Hit& hit : all.hits) ++matching[story_of(hit.id)];
  for (const bool collapse : {false, true}) {
    for (const Hit& hit : search({.text = "gaza", .limit = 100, .collapse = collapse}).hits) {
      EXPECT_EQ(hit.versions, matching.at(story_of(hit.id)) - 1) << hit.id;
      EXPECT_EQ(hit.story.empty(), by_key_.at(hit.id).story.empty());
    }
  }
}

TEST_P(StoriesTest, CountsPerStoryAreThoseOfBruteForce) {
  SearchRequest request{.text = "gaza", .limit = 100};
  request.facets = {{.kind = FacetKind::kPerson, .limit = 0}, {.kind = FacetKind::kSource, .limit = 0}};
  for (const DateStep step : {DateStep::kYear, DateStep::kMonth}) {
    request.facets.push_back({.limit = 0, .step = step});
  }
  request.count_stories = true;
  const auto results = search(request);
  std::vector<std::map<std::string, std::set<std::string>>> stories(4);
  for (const Hit& hit : results.hits) {
    const TestArticle& article = by_key_.at(hit.id);
    for (const std::string& person : article.people) stories[0][person].insert(story_of(hit.id));
    stories[1][article.source].insert(story_of(hit.id));
    stories[2][article.published.substr(0, 4)].insert(story_of(hit.id));
    stories[3][article.published].insert(story_of(hit.id));
  }
  for (std::size_t i = 0; i < stories.size(); ++i) {
    std::map<std::string, std::uint64_t> counted, expected;
    for (const FacetValue& value : results.facets.at(i).values) {
      if (value.count != 0) counted[value.name] = value.count;  // empty periods are shown
    }
    for (const auto& [name, of] : stories[i]) expected[name] = of.size();
    EXPECT_EQ(counted, expected) << "facet " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, StoriesTest, ::testing::Range(1U, 5U));

TEST(StoriesShown, AnArticleListsItsNearCopiesByDate) {
  TestArchive archive;
  archive.put({{.key = "a", .title = "A", .text = "One.", .published = "2024-02", .source = "AP", .story = "s"},
               {.key = "b", .title = "B", .text = "Two.", .published = "2024-01", .source = "CNN", .story = "s"},
               {.key = "c", .title = "C", .text = "Three.", .published = "2024-03", .story = "s"},
               {.key = "d", .title = "D", .text = "Four."}});
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine);
  const auto article = engine->show("a");
  ASSERT_TRUE(article);
  std::vector<std::string> keys;
  for (const ArticleVersion& version : article->versions) keys.push_back(version.key + " " + version.source);
  EXPECT_THAT(keys, ElementsAre("b CNN", "c "));
  EXPECT_EQ(article->story, std::to_string(story_facet(1)));
  EXPECT_THAT(engine->show("d")->versions, IsEmpty());
}

}  // namespace
}  // namespace dateline
