// Which names the catalog holds to be frequent, after runs of the ingest loop.
#include "indexer/ingest/settle_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/ingest/index_applier.h"
#include "tests/ingest/temporary_archive.h"

namespace dateline::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string about(const std::string& person, int first, int count) {
  std::string records;
  for (int i = first; i < first + count; ++i) {
    records += record(person + std::to_string(i), "Text.", R"(,"people":[")" + person + "\"]");
  }
  return records;
}

std::vector<std::string> frequent(const ArchivePaths& paths, unsigned level) {
  const auto catalog = Catalog::open(paths, Access::kRead);
  std::vector<std::string> names;
  if (!catalog) return {catalog.error().message};
  const auto visit = [&](FacetId /*facet*/, std::string_view tail) { names.emplace_back(tail); };
  for (const char first : {'d', 'm'}) {
    EXPECT_TRUE(catalog->visit_frequent_names(FacetKind::kPerson, level, std::string(1, first), visit, 100));
  }
  return names;
}

TEST(SettleNames, RisesWithTheArticlesOfSeveralRuns) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/1.jsonl", about("Dan Zed", 0, 3) + about("Mia Zed", 0, 20));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_THAT(frequent(paths, 1), IsEmpty());
  EXPECT_THAT(frequent(paths, 2), ElementsAre("mia zed"));
  write(folder / "in/2.jsonl", about("Dan Zed", 3, 1));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_THAT(frequent(paths, 1), ElementsAre("dan zed"));
}

TEST(SettleNames, TellsACatalogOfAnOlderVersionAndAfterARebuildOfAllValues) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/1.jsonl", about("Mia Zed", 0, 20));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  const auto forget = [&] {
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive && archive->catalog.begin());
    const auto mia = archive->catalog.facet_of_key(FacetKind::kPerson, "mia zed");
    ASSERT_TRUE(mia && archive->catalog.settle_name_level(*mia, 0));
    ASSERT_TRUE(archive->catalog.set_meta("name-levels", "") && archive->catalog.commit());
  };
  forget();
  EXPECT_THAT(frequent(paths, 2), IsEmpty());
  write(folder / "in/2.jsonl", about("Dan Zed", 0, 1));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_THAT(frequent(paths, 2), ElementsAre("mia zed"));

  forget();
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive && rebuild_index(*archive, 1));
  EXPECT_THAT(frequent(paths, 2), ElementsAre("mia zed"));
}

}  // namespace
}  // namespace dateline::test
