// What is new since a moment, also while the catalog is ahead of the index.
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;

class NewArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a", .title = "One", .text = "A storm."}, {.key = "b", .title = "Two", .text = "Rain."}});
  }
  Engine open() {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine);
    return std::move(*engine);
  }
  // In the catalog only, as while a writer is at work or after a crash.
  void put_ahead(const std::string& key) {
    Catalog& catalog = archive_.catalog();
    ASSERT_TRUE(catalog.begin());
    ASSERT_TRUE(catalog.put_article({.key = key, .title = "Ahead", .text = "A storm."}, 7, 3, {}, {}));
    ASSERT_TRUE(catalog.commit());
  }
  static std::vector<ArticleId> found(Engine& engine, const std::string& query, ArchiveMark since) {
    const std::vector<Watch> watches = {{.request = {.text = query}, .since = since}};
    const auto answers = engine.find_new(watches);
    EXPECT_TRUE(answers && answers->found.front());
    return *answers->found.front();
  }
  TestArchive archive_;
};

TEST_F(NewArticles, AMarkCountsOnlyWhatTheIndexHas) {
  Engine engine = open();
  const auto before = engine.mark();
  ASSERT_TRUE(before);
  EXPECT_EQ(*before, *engine.end_mark());
  put_ahead("a");
  put_ahead("c");
  put_ahead("b");
  const auto now = engine.mark();
  ASSERT_TRUE(now);
  EXPECT_EQ(now->seq, before->seq);
  EXPECT_GE(now->article, 2) << "a and b were there";
  EXPECT_LT(now->article, (*archive_.catalog().find_article("c"))->article) << "c is not there yet";
  EXPECT_GT(engine.end_mark()->seq, before->seq);
  EXPECT_GE(engine.end_mark()->article, (*archive_.catalog().find_article("c"))->article);
}

TEST_F(NewArticles, AreThoseThatCameOrChangedAndMatch) {
  Engine engine = open();
  EXPECT_EQ(found(engine, "storm", {}), (std::vector<ArticleId>{1}));
  const ArchiveMark mark = *engine.mark();
  EXPECT_EQ(found(engine, "*", mark), std::vector<ArticleId>());
  archive_.put({{.key = "c", .title = "Three", .text = "A storm."}, {.key = "b", .title = "Two", .text = "A storm."}});
  EXPECT_EQ(found(engine, "storm", mark), (std::vector<ArticleId>{3})) << "those that were there are no news";
  EXPECT_EQ(found(engine, "storm", {.seq = mark.seq, .article = 1}), (std::vector<ArticleId>{2, 3}));
  EXPECT_EQ(found(engine, "title:three", {.seq = mark.seq, .article = 1}), (std::vector<ArticleId>{3}));
  archive_.remove({"c"});
  archive_.rebuild();
  EXPECT_EQ(found(engine, "storm", {.seq = mark.seq, .article = 1}), (std::vector<ArticleId>{2}));
}

TEST_F(NewArticles, AWrongWatchKeepsNoOtherFromItsAnswer) {
  Engine engine = open();
  const std::vector<Watch> watches = {{.request = {.text = "storm ("}, .since = {}},
                                      {.request = {.text = "storm"}, .since = {}}};
  const auto answers = engine.find_new(watches);
  ASSERT_TRUE(answers);
  EXPECT_FALSE(answers->found[0]);
  EXPECT_EQ(*answers->found[1], (std::vector<ArticleId>{1}));
}

TEST_F(NewArticles, ASearchCanBeLimitedToThem) {
  Engine engine = open();
  archive_.put({{.key = "c", .title = "Three", .text = "A storm.", .people = {"Ann Lee"}}});
  const auto count = [&](ArticleId after, ArticleId until) {
    const auto results = engine.search(
        {.text = "storm", .facets = {{.kind = FacetKind::kPerson}}, .added_after = after, .added_until = until});
    EXPECT_TRUE(results);
    return std::pair(results->matched, results->facets.front().values.size());
  };
  EXPECT_EQ(count(0, 0), std::pair(std::uint64_t{2}, std::size_t{1}));
  EXPECT_EQ(count(0, 2), std::pair(std::uint64_t{1}, std::size_t{0}));
  EXPECT_EQ(count(1, 3), std::pair(std::uint64_t{1}, std::size_t{1}));
  EXPECT_EQ(count(3, 0), std::pair(std::uint64_t{0}, std::size_t{0}));
}

}  // namespace
}  // namespace dateline
