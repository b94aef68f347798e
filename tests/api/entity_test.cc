// Profiles and mentions through the public API: from C, from C++, and their JSON.
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

class EntityApiTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a",
                   .title = "Talks in Doha",
                   .text = "A truce & \"later\"? Joe Biden called. Ann Lee met Joe Biden.",
                   .published = "2024-08-16",
                   .source = "CNN",
                   .people = {"Joe Biden", "Ann Lee"},
                   .places = {"Doha"}},
                  {.key = "b", .title = "Rain", .text = "It rains on Ann Lee.", .people = {"Ann Lee"}}});
  }
  [[nodiscard]] const std::string& folder() const { return archive_.paths().folder; }
  TestArchive archive_;
};

TEST_F(EntityApiTest, TellsCWhoSomebodyIs) {
  EXPECT_STREQ(check_profile_from_c(folder().c_str()), nullptr);
}
TEST_F(EntityApiTest, GivesCTheEvidence) {
  EXPECT_STREQ(check_mentions_from_c(folder().c_str()), nullptr);
}
TEST_F(EntityApiTest, RefusesWrongRequestsFromC) {
  EXPECT_STREQ(check_entity_errors_from_c(folder().c_str()), nullptr);
}

TEST(EntityApi, SurvivesNullEverywhere) {
  EXPECT_STREQ(check_entity_nulls_from_c(), nullptr);
}

TEST_F(EntityApiTest, TheCppWrapperGivesWhatTheCAbiHas) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  const auto profile = archive->profile({.name = "Ann Lee"});
  ASSERT_TRUE(profile);
  ASSERT_TRUE(profile->choice().chosen());
  EXPECT_EQ(profile->choice().chosen()->name(), "Ann Lee");
  EXPECT_EQ(profile->choice().chosen()->kind(), DATELINE_PERSON);
  EXPECT_EQ(profile->undated(), 1U);
  EXPECT_EQ(profile->names()[0].mentions, 2U);
  EXPECT_EQ(profile->facets()[0].values()[0].name, "Joe Biden");
  EXPECT_EQ(profile->facets()[3].kind(), DATELINE_DATE);
  EXPECT_FALSE(profile->coordinates());
  const auto mentions = archive->mentions({.name = "Joe Biden", .query = "truce", .limit = 1});
  ASSERT_TRUE(mentions);
  EXPECT_EQ(mentions->total(), 2U);
  ASSERT_EQ(mentions->citations().size(), 1U);
  const api::Citation first = mentions->citations()[0];
  EXPECT_EQ(first.sentence(), "Joe Biden called.");
  ASSERT_TRUE(first.highlight());
  EXPECT_EQ(first.sentence().substr(first.highlight()->begin, first.highlight()->end), "Joe Biden");
  EXPECT_EQ(archive->mentions({.name = "Joe Biden", .query = "(("}).error().code, DATELINE_QUERY);
  const auto unknown = archive->profile({.name = "Joe Bidden"});
  ASSERT_TRUE(unknown);
  EXPECT_FALSE(unknown->choice().chosen());
  EXPECT_EQ(unknown->choice().suggestions()[0].name(), "Joe Biden");
}

TEST_F(EntityApiTest, JsonOfMentionsIsWhatItsSchemaPromises) {
  auto archive = api::Archive::open(folder());
  const auto mentions = archive->mentions({.name = "Joe Biden", .limit = 1});
  ASSERT_TRUE(mentions);
  auto json = nlohmann::json::parse(mentions->json());
  json.erase("took_ms");
  json["entity"].erase("id");
  EXPECT_EQ(json, nlohmann::json::parse(R"json({
    "format_version": 1, "asked": "Joe Biden", "fitting": 1, "rejected": false, "others": [], "suggestions": [],
    "query": {"text": "", "parsed": "(all)"},
    "entity": {"kind": "person", "name": "Joe Biden", "articles": 1},
    "counts": {"mentions": 2, "articles": 1, "articles_tagged": 0}, "offset": 0, "limit": 1,
    "mentions": [{"id": "a", "title": "Talks in Doha", "title_made": false, "published": "2024-08-16", "source": "CNN",
                  "url": "", "in_title": false, "begin": 19, "end": 28, "text": "Joe Biden",
                  "sentence_begin": 19, "sentence_end": 36, "sentence": "<mark>Joe Biden</mark> called."}],
    "notes": []})json"));
}

// Joe Biden is in every commit, and every sentence shown names him.
TEST_F(EntityApiTest, ReadersNeverSeeAnErrorWhileAWriterCommits) {
  std::atomic<bool> writing = true;
  std::atomic<std::size_t> asked = 0;
  std::array<std::string, 2> wrong;
  std::vector<std::thread> readers;
  for (std::size_t r = 0; r < wrong.size(); ++r) {
    readers.emplace_back([&, r] {
      auto archive = api::Archive::open(folder());
      while (writing && wrong[r].empty()) {
        const auto profile = archive->profile({.name = "Joe Biden"});
        const auto mentions = archive->mentions({.name = "Joe Biden"});
        if (!profile || !mentions) {
          wrong[r] = profile ? mentions.error().message : profile.error().message;
        } else if (!profile->choice().chosen() || mentions->total() == 0) {
          wrong[r] = "he is missing";
        } else {
          for (const api::Citation citation : mentions->citations()) {
            if (citation.text() != "Joe Biden") wrong[r] = "a span is off: " + std::string(citation.text());
          }
        }
        ++asked;
      }
    });
  }
  for (int round = 0; round < 30; ++round) {
    std::vector<testing::TestArticle> articles;
    for (int i = 0; i < 20; ++i) {
      articles.push_back({.key = "k" + std::to_string(i),
                          .title = "Round",
                          .text = std::string(static_cast<std::size_t>(round), 'x') + " Joe Biden " + std::to_string(i),
                          .people = {"Joe Biden"}});
    }
    archive_.put(articles, round % 10 == 9 ? IndexMode::kBulk : IndexMode::kUpdate);
    if (round % 10 == 9) archive_.rebuild();
  }
  writing = false;
  for (std::thread& reader : readers) reader.join();
  for (const std::string& message : wrong) EXPECT_EQ(message, "");
  EXPECT_GT(asked.load(), 4U);
}

}  // namespace
}  // namespace dateline
