// The public API: from C, from C++, and its JSON.
#include <gtest/gtest.h>
#include <dateline.hpp>

#include <array>
#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/api/c_abi_check.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;

class ApiTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a",
                   .title = "Talks in Doha",
                   .text = "A truce for Gaza <now> & \"later\"? Joe Biden called.",
                   .published = "2024-08-16",
                   .source = "CNN",
                   .people = {"Joe Biden"}},
                  {.key = "b", .title = "Rain", .text = "It rains.", .source = "BBC"}});
  }
  [[nodiscard]] const std::string& folder() const { return archive_.paths().folder; }
  TestArchive archive_;
};

TEST_F(ApiTest, SearchesFromC) {
  EXPECT_STREQ(check_search_from_c(folder().c_str()), nullptr);
}
TEST_F(ApiTest, ReportsErrorsToC) {
  EXPECT_STREQ(check_errors_from_c(folder().c_str()), nullptr);
}
TEST_F(ApiTest, ShowsArticlesToC) {
  EXPECT_STREQ(check_show_from_c(folder().c_str()), nullptr);
}
TEST_F(ApiTest, KeepsSearchesForCAndTellsWhatIsNew) {
  EXPECT_STREQ(check_saved_from_c(folder().c_str()), nullptr);
  EXPECT_STREQ(check_alerts_from_c(folder().c_str(), 0), nullptr);
  archive_.put({{.key = "c", .title = "More talks", .text = "Gaza again.", .source = "CNN"},
                {.key = "d", .title = "No talks", .text = "Gaza too.", .source = "BBC"}});
  EXPECT_STREQ(check_alerts_from_c(folder().c_str(), 1), nullptr);
  EXPECT_STREQ(check_alerts_from_c(folder().c_str(), 0), nullptr);
}
TEST(Api, SurvivesNullEverywhereInSavedSearches) {
  EXPECT_STREQ(check_saved_nulls_from_c(), nullptr);
}
TEST(Api, SurvivesNullEverywhere) {
  EXPECT_STREQ(check_nulls_from_c(), nullptr);
}

TEST_F(ApiTest, JsonHasTheShapeOfTheDesign) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  const auto results = archive->search({.query = "gaza later", .facets = {{DATELINE_PERSON, 10, DATELINE_STEP_AUTO}}});
  ASSERT_TRUE(results);
  auto json = nlohmann::json::parse(results->json());
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_TRUE(json["took_ms"].is_number());
  EXPECT_TRUE(json["hits"][0]["score"].is_number());
  json.erase("took_ms");
  json["hits"][0].erase("score");
  const auto expected = nlohmann::json::parse(R"({
    "format_version": 1, "query": {"text": "gaza later", "parsed": ""},
    "matched": 1, "exact": true, "partial": false, "offset": 0, "limit": 10,
    "hits": [{"rank": 1, "id": "a", "title": "Talks in Doha", "title_made": false, "published": "2024-08-16",
              "source": "CNN", "url": "", "path": "-",
              "snippet": "A truce for <mark>Gaza</mark> &lt;now&gt; &amp; &quot;<mark>later</mark>&quot;? Joe Biden called.",
              "versions": 0, "story": null}],
    "facets": {"person": {"exact": true, "distinct": 1,
                          "values": [{"id": "", "name": "Joe Biden", "count": 1, "selected": false}]}},
    "suggestion": null, "corrected": null, "notes": []})");
  json["query"]["parsed"] = "";
  json["facets"]["person"]["values"][0]["id"] = "";
  EXPECT_EQ(json, expected);
}

TEST_F(ApiTest, TheCppWrapperGivesWhatTheCAbiHas) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  EXPECT_EQ(*archive->articles(), 2U);
  auto results =
      archive->search({.query = "*", .selections = {{DATELINE_SOURCE, "CNN"}}, .facets = {{DATELINE_SOURCE, 0, {}}}});
  ASSERT_TRUE(results);
  EXPECT_EQ(results->matched(), 1U);
  std::string seen;
  for (const auto& value : results->facets()[0].values())
    seen += std::string(value.name) + (value.selected ? "* " : " ");
  EXPECT_EQ(seen, "BBC CNN* ");
  const auto article = archive->show(std::string(results->hits()[0].id()));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text().substr(0, 7), "A truce");
  const auto wrong = archive->search({.query = "(("});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, DATELINE_QUERY);
  EXPECT_TRUE(wrong.error().position.has_value());
  EXPECT_EQ(api::Archive::open("/nonexistent").error().code, DATELINE_ARCHIVE_MISSING);
}

// Every reader sees one commit or another: the writer puts the word "steady" in every article and never removes it.
TEST_F(ApiTest, ReadersNeverSeeAnErrorWhileAWriterCommits) {
  constexpr std::size_t kReaders = 3;
  std::atomic<bool> writing = true;
  std::atomic<std::size_t> searches = 0;
  std::array<std::string, kReaders> wrong;
  std::vector<std::thread> readers;
  for (std::size_t r = 0; r < kReaders; ++r) {
    readers.emplace_back([&, r] {
      auto archive = api::Archive::open(folder());
      while (writing && wrong[r].empty()) {
        if (r == 0) archive = api::Archive::open(folder());
        if (!archive) {
          wrong[r] = archive.error().message;
          break;
        }
        const auto results = archive->search({.query = "steady OR talks", .facets = {{DATELINE_PERSON, 10, {}}}});
        if (!results)
          wrong[r] = results.error().message;
        else if (results->matched() < 1)
          wrong[r] = "an article is missing";
        ++searches;
      }
    });
  }
  for (int round = 0; round < 30; ++round) {
    std::vector<testing::TestArticle> articles;
    for (int i = 0; i < 40; ++i) {
      articles.push_back({.key = "k" + std::to_string(i),
                          .title = "Round",
                          .text = "steady " + std::to_string(round * i),
                          .people = {"Ann Lee"}});
    }
    archive_.put(articles, round % 10 == 9 ? IndexMode::kBulk : IndexMode::kUpdate);
    if (round % 10 == 9) archive_.rebuild();
  }
  writing = false;
  for (std::thread& reader : readers) reader.join();
  for (const std::string& message : wrong) EXPECT_EQ(message, "");
  EXPECT_GT(searches.load(), 30U);
}

}  // namespace
}  // namespace dateline
