// The order of hits on small archives where it can be seen by eye: titles, spellings, nearness, age, ties, pages, and
// what the best articles have in common.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::TestArchive;
using testing::TestArticle;

using Keys = std::vector<std::string>;

// Words of no query, so that idf means something and lengths are alike.
const std::string kPadding =
    " Rain fell on hills and meadows while cattle slept beside old stone walls all night long.";

class RankingTest : public ::testing::Test {
 protected:
  void put(const std::vector<TestArticle>& articles) { archive_.put(articles); }
  SearchResults search(SearchRequest request) {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine) << engine.error().message;
    auto results = engine->search(request);
    EXPECT_TRUE(results) << results.error().message;
    return results ? std::move(*results) : SearchResults{};
  }
  Keys order(const SearchRequest& request) {
    Keys out;
    for (const Hit& hit : search(request).hits) out.push_back(hit.id);
    return out;
  }
  Keys order(const std::string& text) { return order(SearchRequest{.text = text}); }

  TestArchive archive_;
};

TEST_F(RankingTest, AWordOfTheTitleWeighsMoreThanOneOfTheText) {
  put({{.key = "text", .title = "Evening news", .text = "The harbour was closed." + kPadding},
       {.key = "title", .title = "Harbour news", .text = "The evening was closed." + kPadding}});
  EXPECT_THAT(order("harbour"), ElementsAre("title", "text"));
}

TEST_F(RankingTest, ARepeatedWordOfTheQueryCountsAsOftenAsItIsTyped) {
  put({{.key = "mill", .text = "The mill burned." + kPadding}, {.key = "port", .text = "The port burned." + kPadding}});
  EXPECT_THAT(order(SearchRequest{.text = "mill mill port", .match = MatchMode::kAny}), ElementsAre("mill", "port"));
  EXPECT_THAT(order(SearchRequest{.text = "mill port port", .match = MatchMode::kAny}), ElementsAre("port", "mill"));
}

// The hyphen makes three terms of two words; they must not add up.
TEST_F(RankingTest, SpellingsOfOneThingDoNotCountTwice) {
  put({{.key = "hyphen", .text = "The cease-fire holds." + kPadding},
       {.key = "twice", .text = "To cease fire means that both cease fire." + kPadding},
       {.key = "other", .text = "Fire brigades cease work." + kPadding}});
  EXPECT_THAT(order("cease fire").front(), "twice");
}

TEST_F(RankingTest, WordsThatStandTogetherComeFirst) {
  put({{.key = "apart", .text = "The bank of the river Jordan is steep." + kPadding + " It lies in the west."},
       {.key = "together", .text = "The west bank of the river Jordan is steep." + kPadding + " It lies in it."},
       {.key = "near", .text = "The bank in the west of the river is steep." + kPadding + " It lies near Jordan."}});
  EXPECT_THAT(order("west bank"), ElementsAre("together", "near", "apart"));
}

TEST_F(RankingTest, ASentenceEndPartsWords) {
  put({{.key = "apart", .text = "They went west. Bank clerks stayed." + kPadding},
       {.key = "together", .text = "They went to the west bank. Clerks stayed." + kPadding}});
  EXPECT_THAT(order("west bank"), ElementsAre("together", "apart"));
}

TEST_F(RankingTest, EqualScoresStandByDateThenById) {
  const std::string text = "A flood in the valley.";
  put({{.key = "d", .text = text},
       {.key = "c", .text = text, .published = "2024-05-01"},
       {.key = "b", .text = text},
       {.key = "a", .text = text, .published = "2024-05-01"},
       {.key = "e", .text = text, .published = "2024-06-01"}});
  const Keys expected = {"e", "a", "c", "b", "d"};
  for (const char* query : {"flood", "flood valley", "*"}) EXPECT_EQ(order(query), expected) << query;
  put({{.key = "a", .text = text + " ", .published = "2024-05-01"}});  // a new document at the end of the index
  EXPECT_EQ(order("flood valley"), expected);
  archive_.rebuild();
  EXPECT_EQ(order("flood valley"), expected);
  EXPECT_THAT(order(SearchRequest{.text = "flood", .sort = SortOrder::kNewest}), ElementsAre("e", "a", "c", "b", "d"));
  EXPECT_THAT(order(SearchRequest{.text = "flood", .sort = SortOrder::kOldest}), ElementsAre("a", "c", "e", "b", "d"));
}

// More hits than the second stage looks at, in groups that tie.
TEST_F(RankingTest, PagesAreThePiecesOfOneOrder) {
  std::vector<TestArticle> articles;
  for (int i = 0; i < 300; ++i) {
    const std::string words = i % 3 == 0 ? "gold price" : i % 3 == 1 ? "price of old gold" : "gold and its new price";
    articles.push_back({.key = concat({"k", std::to_string((i * 7919) % 1000)}),
                        .text = concat({"The ", words, i % 2 == 0 ? " rose" : " fell again", "."}),
                        .published = concat({"2024-0", std::to_string(i % 5 + 1)})});
  }
  put(articles);
  for (const bool expand : {false, true}) {
    for (const double half_life : {0.0, 20.0}) {
      const SearchRequest whole{.text = "gold price", .limit = 400, .expand = expand, .half_life_days = half_life};
      const Keys all = order(whole);
      ASSERT_THAT(all, SizeIs(300));
      Keys pieces;
      for (std::uint64_t offset = 0; offset < 300; offset += 37) {
        SearchRequest page = whole;
        page.offset = offset;
        page.limit = 37;
        const Keys piece = order(page);
        pieces.insert(pieces.end(), piece.begin(), piece.end());
      }
      EXPECT_EQ(pieces, all) << "expand " << expand << ", half-life " << half_life;
    }
  }
}

// Two undated groups among dated articles; every way of reading the ids: of the group, or of all until the page is
// full.
TEST_F(RankingTest, AnyNumberOfTiesStandsInTheOrderOfTheirIds) {
  constexpr int kArticles = 5000;
  std::vector<TestArticle> articles;
  Keys floods, droughts;
  for (int i = 0; i < kArticles; ++i) {
    const std::string key = concat({"k", std::to_string((i * 7919) % kArticles + 10'000)});
    const bool dry = i % 10 == 0;
    (dry ? droughts : floods).push_back(key);
    articles.push_back({.key = key, .text = dry ? "A dry year." : "A flood."});
  }
  articles.push_back({.key = "z", .text = "A flood.", .published = "2024-05-01"});
  archive_.put(articles, IndexMode::kBulk);
  std::sort(floods.begin(), floods.end());
  std::sort(droughts.begin(), droughts.end());
  floods.insert(floods.begin(), "z");
  auto engine = Engine::open(archive_.paths());
  ASSERT_TRUE(engine) << engine.error().message;
  const auto page_is = [&](const std::string& text, std::uint64_t offset, const Keys& all) {
    const auto results = engine->search({.text = text, .offset = offset, .limit = 5});
    ASSERT_TRUE(results) << results.error().message;
    ASSERT_EQ(results->hits.size(), std::min<std::size_t>(5, all.size() - offset)) << text << " from " << offset;
    for (const Hit& hit : results->hits) {
      EXPECT_EQ(hit.id, all[hit.rank - 1]) << text << " from " << offset;
    }
  };
  for (const std::uint64_t offset : {0U, 2997U, 7U, 4495U, 300U}) {
    page_is("flood", offset, floods);
    page_is("-dry", offset, floods);
  }
  for (const std::uint64_t offset : {495U, 0U, 250U}) page_is("dry year", offset, droughts);
}

TEST_F(RankingTest, AgeHalvesTheScoreOnceAHalfLife) {
  put({{.key = "old", .title = "Flood", .text = "The flood: a flood.", .published = "2024-01-01"},
       {.key = "new", .text = "After a flood the town was dry.", .published = "2024-03-01"},
       {.key = "undated", .text = "After a flood the town was dry."}});
  EXPECT_THAT(order("flood"), ElementsAre("old", "new", "undated"));
  const auto aged = search({.text = "flood", .half_life_days = 10});
  ASSERT_THAT(aged.hits, SizeIs(3));
  EXPECT_EQ(aged.hits[0].id, "new");
  EXPECT_EQ(aged.hits[1].id, "undated");
  EXPECT_NEAR(aged.hits[1].score, aged.hits[0].score / 4, 1e-6);
  const auto plain = search({.text = "flood"});
  EXPECT_NEAR(aged.hits[2].score, plain.hits[0].score / 64, 1e-6);  // 60 days
}

// So old that the score is 0 in a double: the order is still that of score and age.
TEST_F(RankingTest, VeryOldArticlesKeepTheirOrder) {
  put({{.key = "a", .text = "A flood.", .published = "1900-01-01"},
       {.key = "b", .text = "A flood.", .published = "1950-01-01"},
       {.key = "c", .text = "A flood.", .published = "2024-01-01"}});
  EXPECT_THAT(order(SearchRequest{.text = "flood", .half_life_days = 1}), ElementsAre("c", "b", "a"));
}

std::vector<TestArticle> smog_news() {
  std::vector<TestArticle> articles;
  for (int i = 0; i < 6; ++i) {
    articles.push_back(
        {.key = concat({"smog", std::to_string(i)}),
         .text = concat({"Smog hung over Delhi; pollution from crop burning and traffic choked schools, day ",
                         std::to_string(i), "."})});
  }
  articles.push_back({.key = "on-topic", .text = "Delhi closed schools: pollution from burning crops and traffic."});
  articles.push_back({.key = "off-topic", .text = "Delhi won the cricket final against Mumbai before a full stadium."});
  for (int i = 0; i < 20; ++i) articles.push_back({.key = concat({"pad", std::to_string(i)}), .text = kPadding});
  return articles;
}

TEST_F(RankingTest, ExpansionRanksByWhatTheBestArticlesShareAndMatchesTheSame) {
  put(smog_news());
  const SearchRequest plain{.text = "smog delhi", .match = MatchMode::kAny};
  SearchRequest more = plain;
  more.expand = true;
  const auto expanded = search(more);
  EXPECT_EQ(expanded.matched, search(plain).matched);
  ASSERT_FALSE(expanded.expanded.empty());
  double sum = 0;
  for (const ExpandedTerm& term : expanded.expanded) sum += term.weight;
  EXPECT_GT(sum, 0.3);
  EXPECT_LT(sum, 0.65);
  const Keys ids = order(more);
  EXPECT_LT(std::find(ids.begin(), ids.end(), "on-topic"), std::find(ids.begin(), ids.end(), "off-topic"));
  EXPECT_THAT(search(plain).expanded, IsEmpty());
}

TEST_F(RankingTest, ExpansionDoesNothingWhereTheBestArticlesShareNothing) {
  put({{.key = "a", .text = "Mercury poisons rivers where miners wash gravel."},
       {.key = "b", .text = "Mercury rises before dawn, astronomers tell children."},
       {.key = "c", .text = "Mercury signed two singers, their manager announced today."}});
  const auto results = search({.text = "mercury", .expand = true});
  EXPECT_THAT(results.expanded, IsEmpty());
  ASSERT_THAT(results.notes, SizeIs(1));
  EXPECT_THAT(results.notes.front(), HasSubstr("too little in common"));
  EXPECT_EQ(order(SearchRequest{.text = "mercury", .expand = true}), order("mercury"));
}

}  // namespace
}  // namespace dateline
