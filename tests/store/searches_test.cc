// searches.sqlite3: names, marks, the states of alerts, and what happens beside another catalog.
#include <gtest/gtest.h>

#include "shared/store/sqlite_searches.h"
#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

class Searches : public ::testing::Test {
 protected:
  SavedSearches open(std::string_view archive = "A", ArchiveMark end = {.seq = 100, .article = 50}) {
    auto opened = SavedSearches::open_to_write(paths_, archive, end);
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(*opened);
  }
  static SavedSearch search(const std::string& name, ArchiveMark since = {.seq = 40, .article = 20}) {
    SavedSearch out{.name = name, .query = {.text = "gaza", .selections = {{FacetKind::kSource, "CNN"}}}};
    out.query.half_life_days = 2.5;
    out.alerts_since = since;
    return out;
  }
  static SavedSearch only(const SavedSearches& store) {
    const auto all = store.all();
    EXPECT_TRUE(all && all->size() == 1U);
    return all->front();
  }
  static std::vector<SavedSearches::Found> found(std::int64_t id, std::vector<ArticleId> articles) {
    return {{.search = id, .articles = std::move(articles)}};
  }
  TestFolder folder_;
  ArchivePaths paths_ = folder_.paths();
};

TEST_F(Searches, AreNoneWhereNothingWasSaved) {
  const auto none = SavedSearches::open_to_read(paths_);
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->has_value());
  open();
  EXPECT_TRUE(SavedSearches::open_to_read(paths_)->value().all()->empty());
}

TEST_F(Searches, ComeBackAsTheyWereSaved) {
  SavedSearches store = open();
  ASSERT_TRUE(store.save(search("b"), false));
  ASSERT_TRUE(store.save(search("a"), false));
  const auto all = SavedSearches::open_to_read(paths_)->value().all();
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().name, "a");
  EXPECT_EQ(all->front().query.selections.front().name, "CNN");
  EXPECT_EQ(all->front().query.half_life_days, 2.5);
  EXPECT_EQ(all->front().alerts_since, (ArchiveMark{.seq = 40, .article = 20}));
  EXPECT_FALSE(*store.forget("c"));
  EXPECT_TRUE(*store.forget("b"));
  EXPECT_FALSE(store.find("b")->has_value());
}

TEST_F(Searches, AreReplacedOnlyWhereThatWasAsked) {
  SavedSearches store = open();
  ASSERT_TRUE(store.save(search("a"), false));
  const std::int64_t id = only(store).id;
  const auto taken = store.save(search("a"), false);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, ErrorCode::kUsage);
  EXPECT_EQ(only(store).id, id);
  ASSERT_TRUE(store.save(search("a"), true));
  EXPECT_GT(only(store).id, id) << "a replaced search is a new one";
}

TEST_F(Searches, AlertsAreFoundOnceAndToldOnce) {
  SavedSearches store = open();
  ASSERT_TRUE(store.save(search("a"), false));
  const std::int64_t id = only(store).id;
  ASSERT_TRUE(store.add_found(found(id, {21, 22}), 60));
  ASSERT_TRUE(store.add_found(found(id, {22, 21}), 55));
  ASSERT_TRUE(store.add_found(found(999, {21}), 60)) << "a search that was forgotten meanwhile";
  EXPECT_EQ(only(store).alerts_since.seq, 60) << "never back";
  auto left = store.open_alerts();
  ASSERT_EQ(left->size(), 2U);
  ASSERT_TRUE(store.begin_telling(left->front()));
  left = open().open_alerts();
  ASSERT_EQ(left->size(), 2U);
  EXPECT_EQ(left->front().article, 22) << "what was tried least comes first";
  EXPECT_EQ(left->back().attempts, 1U);
  ASSERT_TRUE(store.set_told(left->back()));
  ASSERT_TRUE(store.drop(left->front()));
  ASSERT_TRUE(store.add_found(found(id, {21}), 70));
  EXPECT_TRUE(store.open_alerts()->empty()) << "told before";
  EXPECT_EQ(only(store).told, 1U);
}

TEST_F(Searches, BeginAnewBesideAnotherCatalog) {
  {
    SavedSearches store = open();
    ASSERT_TRUE(store.save(search("a"), false));
    ASSERT_TRUE(store.set_run("a", 30, 1));
    ASSERT_TRUE(store.add_found(found(only(store).id, {21}), 60));
  }
  const SavedSearches store = open("B", {.seq = 7, .article = 5});
  EXPECT_EQ(only(store).alerts_since, (ArchiveMark{.seq = 7, .article = 5}));
  EXPECT_EQ(only(store).run_article, 0);
  EXPECT_TRUE(store.open_alerts()->empty());
}

TEST_F(Searches, AreCutToTheEndOfAnOlderBackup) {
  {
    SavedSearches store = open();
    ASSERT_TRUE(store.save(search("a"), false));
    ASSERT_TRUE(store.set_run("a", 30, 1));
    ASSERT_TRUE(store.add_found(found(only(store).id, {21, 29}), 60));
  }
  const SavedSearches store = open("A", {.seq = 50, .article = 25});
  EXPECT_EQ(only(store).alerts_since, (ArchiveMark{.seq = 50, .article = 20}));
  EXPECT_EQ(only(store).run_article, 25);
  ASSERT_EQ(store.open_alerts()->size(), 1U);
  EXPECT_EQ(store.open_alerts()->front().article, 21);
}

TEST_F(Searches, RefuseWhatIsNotTheirs) {
  std::ofstream(paths_.searches()) << std::string(4096, 'x');
  const auto read = SavedSearches::open_to_read(paths_);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kArchiveDamaged);
  EXPECT_NE(read.error().hint.find("searches.sqlite3"), std::string::npos) << read.error().hint;
}

}  // namespace
}  // namespace dateline
