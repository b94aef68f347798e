// Near copies through the whole pipeline: what the index says of them after runs, removals, a crash and a rebuild.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "indexer/ingest/index_applier.h"
#include "indexer/ingest/ingest.h"
#include "tests/ingest/temporary_archive.h"
#include "tests/store/sqlite_test_folder.h"

namespace dateline::test {
namespace {

using ::testing::IsEmpty;

std::string words(int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

// The stories of the index: the articles of each.
std::set<std::set<ArticleId>> stories(const ArchivePaths& paths) {
  std::map<FacetId, std::set<ArticleId>> by_story;
  const auto visited = for_each_document(paths, [&](const IndexedDocument& document) -> Result<void> {
    for (const FacetId facet : document.facets) {
      if (kind_of(facet) == FacetKind::kStory) by_story[facet].insert(document.article);
    }
    return {};
  });
  EXPECT_TRUE(visited);
  std::set<std::set<ArticleId>> out;
  for (const auto& [story, articles] : by_story) out.insert(articles);
  return out;
}

TEST(IngestStories, CopiesOfSeveralRunsAreOneStoryOfTheIndex) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", words(0, 80)) + record("two", words(200, 280)));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_THAT(stories(paths), IsEmpty());
  write(folder / "in/b.jsonl", record("three", words(2, 82)));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  const std::set<std::set<ArticleId>> expected = {{1, 3}};
  EXPECT_EQ(stories(paths), expected);
  EXPECT_THAT(problems_of(paths), IsEmpty());
  {
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive);
    ASSERT_TRUE(rebuild_index(*archive, 1));
  }
  EXPECT_EQ(stories(paths), expected);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(IngestStories, AnArticleThatIsGoneLeavesItsStory) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", words(0, 80)));
  write(folder / "in/b.jsonl", record("two", words(1, 81)));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_EQ(stories(paths).size(), 1U);
  std::filesystem::remove(folder / "in/a.jsonl");
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}, .prune = true}));
  EXPECT_THAT(stories(paths), IsEmpty());
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

// The catalog has the copy and knows its story; the run ended before the index had it and before it was settled.
TEST(IngestStories, ARunThatWasCutOffIsMadeUpFor) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", words(0, 80)));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  {
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive);
    auto finder = make_story_finder(*archive);
    ASSERT_TRUE(finder);
    ASSERT_TRUE(archive->catalog.begin());
    Article copy{.key = "copy", .title = "Copy"};
    copy.path = "-";
    copy.text = words(1, 81);
    const auto id = archive->catalog.put_article(copy, 7, 81, {}, {});
    ASSERT_TRUE(id);
    ASSERT_TRUE(finder->place_stored(*id));
    ASSERT_TRUE(archive->catalog.show_story(*id));
    ASSERT_TRUE(archive->catalog.commit());
  }
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  const std::set<std::set<ArticleId>> expected = {{1, 2}};
  EXPECT_EQ(stories(paths), expected);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

// Entities found anew leave stories as they are.
TEST(IngestStories, StayWhereEntitiesAreFoundAnew) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "Zorbington spoke. " + words(0, 80)) + record("two", words(0, 80)));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive);
  ASSERT_TRUE(
      ingest(*archive, {.paths = {}, .entities = EntityMode::kExtract, .stored = std::vector<ArticleId>{1, 2}}));
  EXPECT_EQ(stories(paths).size(), 1U);
  EXPECT_THAT(check_archive(*archive)->problems, IsEmpty());
}

// More changes than are held in memory at once, and too few for a new generation: they come in parts, and a part does
// not say that the change log was read further than it was.
TEST(IngestStories, ManyArticlesThatAreSettledAreChangedInParts) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  std::string records;
  for (int i = 0; i < 22'000; ++i) records += record(std::to_string(i), "short " + std::to_string(i));
  write(folder / "in/a.jsonl", records);
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  const IndexState before = *read_index_state(paths);
  std::set<ArticleId> first, all;
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive);
  ASSERT_TRUE(archive->catalog.begin());
  for (ArticleId article = 1; article <= 2'100; ++article) {
    ASSERT_TRUE(archive->catalog.set_story(article, 1));
    if (article <= 2'000) first.insert(article);
    all.insert(article);
  }
  ASSERT_TRUE(archive->catalog.settle_stories());
  ASSERT_TRUE(archive->catalog.commit());

  execute_sql(paths.catalog(), "UPDATE articles SET authors = 'damaged' WHERE article_id = 2100");
  EXPECT_FALSE(IndexApplier::open(*archive, 2));
  EXPECT_EQ(stories(paths), (std::set<std::set<ArticleId>>{first}));
  EXPECT_EQ(read_index_state(paths)->applied_seq, before.applied_seq);

  execute_sql(paths.catalog(), "UPDATE articles SET authors = '[]' WHERE article_id = 2100");
  EXPECT_TRUE(IndexApplier::open(*archive, 2));
  EXPECT_EQ(stories(paths), (std::set<std::set<ArticleId>>{all}));
  const IndexState after = *read_index_state(paths);
  EXPECT_EQ(after.applied_seq, *archive->catalog.last_seq());
  EXPECT_EQ(after.generation, before.generation);
  EXPECT_EQ(after.documents, 22'000U);
}

// The first article of each story is put again at the end of the run. A new generation for that would copy the archive.
TEST(IngestStories, ManyOfOneRunNeedNoSecondCopyOfTheIndex) {
  constexpr int kStories = 1'050;
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  std::string records;
  for (int i = 0; i < 11'000; ++i) {
    const std::string id = std::to_string(i);
    records += record(id, i < 2 * kStories ? words(100 * (i % kStories), 100 * (i % kStories) + 40) : "short " + id);
  }
  write(folder / "in/a.jsonl", records);
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_EQ(stories(paths).size(), std::size_t{kStories});
  EXPECT_EQ(read_index_state(paths)->generation, 1U);
}

}  // namespace
}  // namespace dateline::test
