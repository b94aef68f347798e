// The ingest loop against real stores: what is added, what is passed over, what a cut-off run leaves.
#include "indexer/ingest/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "indexer/ingest/index_applier.h"
#include "shared/base/files.h"
#include "tests/ingest/temporary_archive.h"

namespace dateline::test {
namespace {

using ::testing::IsEmpty;

std::string many_records(int first, int last, const std::string& word) {
  std::string lines;
  for (int i = first; i < last; ++i) {
    lines += record(
        "a" + std::to_string(i), word + " number" + std::to_string(i % 97) + " ends here.",
        R"(,"people":["Person )" + std::to_string(i % 13) + R"("],"places":["Place )" + std::to_string(i % 5) + "\"]");
  }
  return lines;
}

std::uint64_t documents(const ArchivePaths& paths) {
  const auto state = read_index_state(paths);
  return state ? state->documents : 0;
}

TEST(Ingest, AddsArticlesAndPassesOverUnchangedOnes) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", "First.") + record("two", "Second."));
  const auto first = add(paths, {.paths = {folder / "in"}});
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->counts.added, 2U);
  const auto second = add(paths, {.paths = {folder / "in"}});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->counts.added, 0U);
  EXPECT_EQ(second->counts.unchanged + second->counts.files_unchanged, second->counts.files_unchanged ? 1U : 2U);
  EXPECT_EQ(documents(paths), 2U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

std::map<ArticleId, IndexedDocument> indexed(const ArchivePaths& paths) {
  std::map<ArticleId, IndexedDocument> all;
  const auto visited = for_each_document(paths, [&](const IndexedDocument& document) -> Result<void> {
    all[document.article] = document;
    return {};
  });
  EXPECT_TRUE(visited);
  return all;
}

TEST(Ingest, IndexesEachWordAsItIsWrittenAndHowManyThereAre) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "Talks of a cease-fire; talking TALKS."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto documents = indexed(paths);
  ASSERT_EQ(documents.size(), 1U);
  const IndexedDocument& document = documents.begin()->second;
  EXPECT_EQ(document.words, 10U);
  EXPECT_THAT(document.forms,
              ::testing::ElementsAre("a", "cease", "ceasefire", "fire", "of", "one", "talking", "talks", "title"));
}

TEST(Ingest, ReplacesChangedArticlesUnderTheSameKey) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "First.") + record("two", "Second."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  write(folder / "a.jsonl", record("one", "First, corrected.") + record("two", "Second."));
  const auto again = add(paths, {.paths = {folder / "a.jsonl"}});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->counts.changed, 1U);
  EXPECT_EQ(again->counts.unchanged, 1U);
  EXPECT_EQ(documents(paths), 2U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Ingest, KeepsTheCountriesOfArticlesAndWherePlacesAre) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "British officials left.", R"(,"places":["Doha","Zorbington"])"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto catalog = Catalog::open(paths, Access::kRead);
  ASSERT_TRUE(catalog);
  const auto article = catalog->find_article("one");
  ASSERT_TRUE(article && *article);
  const auto stored = catalog->load_article((*article)->article);
  ASSERT_TRUE(stored && *stored);
  std::vector<std::string> countries;
  const auto names = catalog->names_of((*stored)->facets);
  ASSERT_TRUE(names);
  for (const FacetName& name : *names) {
    if (kind_of(name.facet) == FacetKind::kCountry) countries.push_back(name.name);
  }
  EXPECT_THAT(countries, ::testing::UnorderedElementsAre("Qatar", "United Kingdom"));
  const auto britain = catalog->find_facets(FacetKind::kCountry, "Britain", 10);
  ASSERT_TRUE(britain);
  ASSERT_EQ(britain->size(), 1U);
  EXPECT_EQ(britain->front().name, "United Kingdom");
  const auto country_of = [&](const std::string& place) {
    const auto found = catalog->facet_of_key(FacetKind::kPlace, place);
    const auto details = catalog->facet_details(found ? *found : 0);
    return details && *details ? (*details)->country : std::string("no such place");
  };
  EXPECT_EQ(country_of("doha"), "QA");
  EXPECT_EQ(country_of("zorbington"), "");
}

TEST(Ingest, KeepsTheTitlesOfPeopleApartFromTheirNames) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "The talks were led by Prime Minister Benjamin Netanyahu on Monday."));
  {
    auto archive = open_archive_for_writing(paths, {.create = true});
    ASSERT_TRUE(archive);
    ASSERT_TRUE(ingest(*archive, {.paths = {folder / "a.jsonl"}, .entities = EntityMode::kExtract}));
  }
  const auto catalog = Catalog::open(paths, Access::kRead);
  ASSERT_TRUE(catalog);
  const auto found = catalog->find_facets(FacetKind::kPerson, "Benjamin Netanyahu", 2);
  ASSERT_TRUE(found && found->size() == 1);
  const FacetId who = found->front().facet;
  EXPECT_EQ(found->front().name, "Benjamin Netanyahu");
  EXPECT_THAT(*catalog->titles_of(std::span(&who, 1)), ::testing::ElementsAre("Prime Minister"));
}

TEST(Ingest, TakesTheLastOfTwoRecordsWithOneKey) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "Old."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  write(folder / "a.jsonl",
        record("one", "New.") + record("one", "Old."));  // the last one is what the archive had before
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto catalog = Catalog::open(paths, Access::kRead);
  ASSERT_TRUE(catalog);
  const auto known = catalog->find_article("one");
  ASSERT_TRUE(known && *known);
  EXPECT_EQ((*catalog->load_article((*known)->article))->article.text, "Old.");
  EXPECT_EQ(documents(paths), 1U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Ingest, CountsRejectedRecordsAndIndexesTheRest) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "First.") + "{not json\n" + record("two", "Second."));
  std::vector<std::string> rejected;
  IngestOptions options{.paths = {folder / "a.jsonl"}};
  options.on_rejection = [&](const Rejection& rejection) {
    rejected.push_back(rejection.path + ":" + std::to_string(rejection.record));
  };
  const auto report = add(paths, options);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->counts.added, 2U);
  EXPECT_EQ(report->counts.rejected, 1U);
  EXPECT_THAT(rejected, ::testing::ElementsAre(folder / "a.jsonl" + ":2"));
  EXPECT_EQ((*Catalog::open(paths, Access::kRead)).rejected()->size(), 1U);
}

TEST(Ingest, PrunesWhatAFileNoLongerHoldsAndFilesThatAreGone) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", "First.") + record("two", "Second."));
  write(folder / "in/b.jsonl", record("three", "Third."));
  for (const auto& name : {"in/a.jsonl", "in/b.jsonl"}) {  // old enough to be remembered by their stamps
    std::filesystem::last_write_time(folder / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  }
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  write(folder / "in/a.jsonl", record("one", "First."));
  std::filesystem::remove(folder / "in/b.jsonl");
  const auto kept = add(paths, {.paths = {folder / "in"}});
  ASSERT_TRUE(kept);
  EXPECT_EQ(documents(paths), 3U) << "without --prune nothing is removed";
  write(folder / "in/a.jsonl", record("one", "First."));
  const auto pruned = add(paths, {.paths = {folder / "in"}, .prune = true});
  ASSERT_TRUE(pruned) << pruned.error().message;
  EXPECT_EQ(pruned->counts.pruned, 2U);
  EXPECT_EQ(documents(paths), 1U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Ingest, BuildsLargeArchivesAsideAndKeepsWhatWasThere) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", many_records(0, 300, "old"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto before = read_index_state(paths);
  ASSERT_TRUE(before);
  write(folder / "b.jsonl", many_records(200, 2500, "new"));  // a hundred of them replace old ones
  const auto report = add(paths, {.paths = {folder / "b.jsonl"}});
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->counts.changed, 100U);
  EXPECT_EQ(report->counts.added, 2200U);
  const auto after = read_index_state(paths);
  ASSERT_TRUE(after);
  EXPECT_GT(after->generation, before->generation);
  EXPECT_EQ(after->documents, 2500U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Ingest, ReplaysWhatTheCatalogHasAndTheIndexHasNot) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "First.") + record("two", "Second."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  {  // as if the program had been killed between the catalog's commit and the index's
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive);
    ASSERT_TRUE(archive->catalog.begin());
    Article article;
    article.key = "three";
    article.title = "Third";
    article.text = "Third.";
    ASSERT_TRUE(archive->catalog.put_article(article, 3, 2, {}, {}));
    ASSERT_TRUE(archive->catalog.remove_article("one"));
    ASSERT_TRUE(archive->catalog.commit());
  }
  EXPECT_FALSE(problems_of(paths).empty());
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive);
  ASSERT_TRUE(IndexApplier::open(*archive, 2));
  EXPECT_EQ(documents(paths), 2U);
  const auto checked = check_archive(*archive);
  ASSERT_TRUE(checked);
  EXPECT_THAT(checked->problems, IsEmpty());
}

TEST(Ingest, StopsWhenAskedAndTheNextRunFinishes) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", many_records(0, 3000, "word"));
  std::atomic<bool> stop{false};
  IngestOptions options{.paths = {folder / "a.jsonl"}, .stop = &stop};
  options.on_progress = [&](const IngestCounts&) { stop = true; };
  const auto cut = add(paths, options);
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->interrupted);
  EXPECT_THAT(problems_of(paths), IsEmpty()) << "what was committed is sound";
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  EXPECT_EQ(documents(paths), 3000U);
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Ingest, RefusesAPathThatDoesNotExistBeforeItReadsAnything) {
  const TemporaryFolder folder;
  write(folder / "a.jsonl", record("one", "First."));
  const auto report = add(paths_in(folder), {.paths = {folder / "a.jsonl", folder / "missing"}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(documents(paths_in(folder)), 0U);
}

TEST(Ingest, TakesABareSurnameForTheOnlyPersonWhoBearsItInAnyOrder) {
  const std::string full = record("one", "First.", R"(,"people":["Joe Biden","James Baker","Howard Baker"])");
  const std::string bare = record("two", "Second.", R"(,"people":["Biden","Baker","El-Sisi"])");
  const std::string more = record("three", "Third.", R"(,"people":["Abdel Fattah el-Sisi"])");
  for (const std::string& lines : {full + bare + more, more + bare + full}) {
    const TemporaryFolder folder;
    const ArchivePaths paths = paths_in(folder);
    write(folder / "a.jsonl", lines);
    ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
    const auto catalog = Catalog::open(paths, Access::kRead);
    ASSERT_TRUE(catalog);
    const auto merges = catalog->merges();
    ASSERT_TRUE(merges);
    std::vector<std::string> said;
    for (const FacetMerge& merge : *merges) {
      const auto names = catalog->names_of(std::vector{merge.from, merge.into});
      said.push_back((*names)[0].name + " is " + (*names)[1].name);
    }
    EXPECT_THAT(said, ::testing::UnorderedElementsAre("Biden is Joe Biden", "El-Sisi is Abdel Fattah el-Sisi"));
  }
}

TEST(Ingest, LetsABareSurnameGoWhenASecondPersonBearsIt) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl",
        record("one", "First.", R"(,"people":["Joe Biden"])") + record("two", "Second.", R"(,"people":["Biden"])"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  EXPECT_EQ((*Catalog::open(paths, Access::kRead)).merges()->size(), 1U);
  write(folder / "b.jsonl", record("three", "Third.", R"(,"people":["Jill Biden"])"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "b.jsonl"}}));
  EXPECT_EQ((*Catalog::open(paths, Access::kRead)).merges()->size(), 0U);
}

TEST(Archive, WithAnIndexButNoCatalogIsNotStartedAnew) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", record("one", "First."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  for (const char* name : {"catalog.sqlite3", "catalog.sqlite3-wal", "catalog.sqlite3-shm"}) {
    std::filesystem::remove(paths.folder + "/" + name);
  }
  const auto report = add(paths, {.paths = {folder / "a.jsonl"}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kArchiveDamaged);
  EXPECT_FALSE(std::filesystem::exists(paths.catalog()));
}

TEST(Rebuild, MakesTheSameIndexFromTheCatalogAlone) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", many_records(0, 1200, "word"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto before = indexed(paths);
  std::filesystem::remove_all(paths.xapian());
  for (const char* name : {"entities", "tokens", "lexicon"}) {
    for (const auto& entry : std::filesystem::directory_iterator(paths.folder)) {
      if (entry.path().filename().string().starts_with(name)) std::filesystem::resize_file(entry.path(), 0);
    }
  }
  EXPECT_FALSE(problems_of(paths).empty());
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive);
  ASSERT_TRUE(rebuild_index(*archive, 2));
  EXPECT_EQ(documents(paths), 1200U);
  const auto after = indexed(paths);
  for (const auto& [article, document] : before) {
    ASSERT_TRUE(after.contains(article));
    EXPECT_EQ(after.at(article).forms, document.forms);
    EXPECT_EQ(after.at(article).words, document.words);
  }
  const auto checked = check_archive(*archive);
  ASSERT_TRUE(checked);
  EXPECT_THAT(checked->problems, IsEmpty());
}

TEST(Rebuild, CountsWordsAnew) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", record("one", "Some words."));
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  auto archive = open_archive_for_writing(paths, {});
  ASSERT_TRUE(archive && archive->catalog.begin());
  const auto known = archive->catalog.find_article("one");
  ASSERT_TRUE(known && *known);
  ASSERT_TRUE(archive->catalog.set_words((*known)->article, 99) && archive->catalog.commit());
  EXPECT_FALSE(check_archive(*archive)->problems.empty());
  ASSERT_TRUE(rebuild_index(*archive, 1));
  EXPECT_THAT(check_archive(*archive)->problems, IsEmpty());
}

TEST(Check, NamesATruncatedColumnAndAMissingTable) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", many_records(0, 20, "word"));
  ASSERT_TRUE(add(paths, {.paths = {folder / "a.jsonl"}}));
  const auto state = read_index_state(paths);
  ASSERT_TRUE(state);
  const std::string column = column_data_path(paths.folder, "entities", state->generation);
  const auto whole = std::filesystem::file_size(column);
  std::filesystem::resize_file(column, whole - 5);
  EXPECT_THAT(problems_of(paths), ::testing::Contains(::testing::HasSubstr("entities")));
  std::filesystem::remove(paths.xapian_generation(state->generation) + "/postlist.glass");
  EXPECT_THAT(problems_of(paths), ::testing::Not(IsEmpty()));
}

TEST(Archive, OfAnotherCatalogIsRefused) {
  const TemporaryFolder folder;
  const ArchivePaths one{folder / "one"}, two{folder / "two"};
  write(folder / "a.jsonl", record("one", "First."));
  ASSERT_TRUE(add(one, {.paths = {folder / "a.jsonl"}}));
  ASSERT_TRUE(add(two, {.paths = {folder / "a.jsonl"}}));
  std::filesystem::copy_file(two.catalog(), one.catalog(), std::filesystem::copy_options::overwrite_existing);
  const auto report = add(one, {.paths = {folder / "a.jsonl"}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kArchiveDamaged);
  EXPECT_THAT(report.error().hint, ::testing::HasSubstr("rebuild"));
}

TEST(Archive, KeepsTheLanguageItWasMadeWith) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  ASSERT_TRUE(open_archive_for_writing(paths, {.create = true, .language = "de"}));
  const auto other = open_archive_for_writing(paths, {.create = true, .language = "french"});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kUsage);
  const auto same = open_archive_for_writing(paths, {.create = true});
  ASSERT_TRUE(same);
  EXPECT_EQ(same->language, "german");
}

TEST(Archive, TellsASecondWriterWhoTheFirstIs) {
  const TemporaryFolder folder;
  const auto first = open_archive_for_writing(paths_in(folder), {.create = true});
  ASSERT_TRUE(first);
  const auto second = open_archive_for_writing(paths_in(folder), {.create = true});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_THAT(second.error().message, ::testing::HasSubstr(std::to_string(getpid())));
}

}  // namespace
}  // namespace dateline::test
