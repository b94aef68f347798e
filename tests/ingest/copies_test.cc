// Copies and versions through the ingest loop: the same files give the same articles and addresses, in whatever order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "indexer/ingest/ingest.h"
#include "tests/ingest/temporary_archive.h"

namespace dateline::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A record without an id: its url is its key.
std::string linked(const std::string& url, const std::string& text) {
  return R"({"url":"https://example.org/)" + url + R"(","title":"Harbour","text":")" + text + "\"}\n";
}

IngestCounts counts_of(const ArchivePaths& paths, IngestOptions options) {
  const auto report = add(paths, std::move(options));
  EXPECT_TRUE(report) << report.error().message;
  EXPECT_THAT(problems_of(paths), IsEmpty());
  return report ? report->counts : IngestCounts{};
}

Catalog reader(const ArchivePaths& paths) {
  auto catalog = Catalog::open(paths, Access::kRead);
  EXPECT_TRUE(catalog);
  return std::move(*catalog);
}

// Text → the files in which it lies, of all articles.
std::map<std::string, std::set<std::string>> articles_of(const ArchivePaths& paths) {
  std::map<std::string, std::set<std::string>> all;
  const Catalog catalog = reader(paths);
  const auto articles = catalog.all_articles();
  for (const auto& [id, hash] : *articles) {
    const auto stored = catalog.load_article(id);
    std::set<std::string> files;
    const auto addresses = catalog.addresses_of_article(id);
    for (const ArticleAddress& address : *addresses) files.insert(std::filesystem::path(address.path).filename());
    EXPECT_TRUE(all.emplace((*stored)->article.text, files).second) << "two articles are the same";
  }
  return all;
}

std::vector<std::string> versions_of(const ArchivePaths& paths, const std::string& key) {
  const Catalog catalog = reader(paths);
  const auto known = catalog.find_article(key);
  std::vector<std::string> texts;
  if (!known || !*known) return texts;
  const auto revisions = catalog.revisions_of((*known)->article);
  for (const ArticleRevision& revision : *revisions) texts.push_back(revision.text);
  return texts;
}

TEST(Copies, AreOneArticleWhereNoIdTellsThemApart) {
  struct Case {
    const char* what;
    std::string first, second;
    std::size_t articles;
  };
  const std::string text = "The harbour was closed.";
  const Case cases[] = {
      {"two urls", linked("a", text), linked("b", text), 1},
      {"one url", linked("a", text), linked("a", text), 1},
      {"one id", record("one", text), record("one", text), 1},
      {"an id and a url", record("one", text), linked("a", text), 2},
      {"another text", linked("a", text), linked("b", text + " Again."), 2},
      {"a place in a file", "{\"text\":\"" + text + "\"}\n", "{\"text\":\"" + text + "\"}\n", 1},
      {"another date", linked("a", text), linked("b", text).insert(1, R"("date":"2024-08-16",)"), 2},
      {"other given people", linked("a", text), linked("b", text).insert(1, R"("people":["Jane Doe"],)"), 2},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const TemporaryFolder folder;
    write(folder / "in/a.jsonl", c.first);
    write(folder / "in/b.jsonl", c.second);
    const IngestCounts counts = counts_of(paths_in(folder), {.paths = {folder / "in"}});
    EXPECT_EQ(counts.added, c.articles);
    EXPECT_EQ(counts.copies, 2 - c.articles);
    const IngestCounts again = counts_of(paths_in(folder), {.paths = {folder / "in"}});
    EXPECT_EQ(again.added + again.changed + again.copies, 0U) << "a known copy is no news";
  }
}

TEST(Copies, WithIdsOfTheirOwnAreKeptApart) {
  const TemporaryFolder folder;
  const std::string same = R"(,"title":"Harbour","text":"The harbour was closed."})";
  write(folder / "a.jsonl", R"({"id":"one")" + same + "\n" + R"({"id":"two")" + same + "\n");
  EXPECT_EQ(counts_of(paths_in(folder), {.paths = {folder / "a.jsonl"}}).added, 2U);
}

TEST(Copies, DoNotDependOnTheOrderInWhichFilesComeNorOnThreads) {
  std::mt19937 random(20240816);
  for (int round = 0; round < 3; ++round) {
    const TemporaryFolder folder;
    std::vector<std::string> files;
    for (int file = 0; file < 6; ++file) {
      std::string lines;
      for (int line = 0; line < 4; ++line) {
        const int key = file * 4 + line;  // each its own: only the content makes them one
        lines += linked(std::to_string(key), "Text number " + std::to_string(random() % 5) + ".");
      }
      files.push_back(folder / ("in/" + std::to_string(file) + ".jsonl"));
      write(files.back(), lines);
    }
    const ArchivePaths together{folder / "together"}, apart{folder / "apart"};
    counts_of(together, {.paths = {folder / "in"}, .threads = 3});
    std::shuffle(files.begin(), files.end(), random);
    for (const std::string& file : files) counts_of(apart, {.paths = {file}, .threads = 1});
    EXPECT_EQ(articles_of(together), articles_of(apart));
    const auto keys = [](const ArchivePaths& paths) {
      const Catalog catalog = reader(paths);
      std::vector<ArticleId> ids;
      const auto articles = catalog.all_articles();
      for (const auto& [id, hash] : *articles) ids.push_back(id);
      auto all = *catalog.keys_of(ids);
      std::sort(all.begin(), all.end());
      return all;
    };
    EXPECT_EQ(keys(together), keys(apart));
  }
}

// Files change, go and come back; what is there then is what a new archive makes of the same files.
TEST(Copies, AreAfterManyChangesWhatANewArchiveMakesOfTheSameFiles) {
  std::mt19937 random(7);
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  std::filesystem::create_directories(folder / "in");
  for (int round = 0; round < 12; ++round) {
    for (int change = 0; change < 3; ++change) {
      const std::string file = folder / ("in/" + std::to_string(random() % 6) + ".txt");
      if (random() % 4 == 0) {
        std::filesystem::remove(file);
      } else {
        write(file, "Harbour\n\nThe harbour was closed for " + std::to_string(random() % 4) + " days.\n");
      }
    }
    counts_of(paths, {.paths = {folder / "in"}, .prune = true});
    const ArchivePaths fresh{folder / ("fresh" + std::to_string(round))};
    counts_of(fresh, {.paths = {folder / "in"}});
    ASSERT_EQ(articles_of(paths), articles_of(fresh)) << "round " << round;
  }
}

TEST(Copies, KeepTheOldArticleWhenOneOfThemChanges) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  for (const char* name : {"a", "b"}) write(folder / (std::string("in/") + name + ".jsonl"), linked(name, "Old."));
  counts_of(paths, {.paths = {folder / "in"}});
  write(folder / "in/a.jsonl", linked("a", "New."));  // whose key the article has
  EXPECT_EQ(counts_of(paths, {.paths = {folder / "in"}}).changed, 1U);
  EXPECT_EQ(articles_of(paths),
            (std::map<std::string, std::set<std::string>>{{"Old.", {"b.jsonl"}}, {"New.", {"a.jsonl"}}}));
  EXPECT_THAT(versions_of(paths, "https://example.org/a"), ElementsAre("Old.", "New."));
  EXPECT_THAT(versions_of(paths, "https://example.org/b"), ElementsAre("Old."));
  write(folder / "in/a.jsonl", linked("a", "Old."));
  counts_of(paths, {.paths = {folder / "in"}});
  EXPECT_EQ(articles_of(paths), (std::map<std::string, std::set<std::string>>{{"Old.", {"a.jsonl", "b.jsonl"}}}));
}

TEST(Copies, ThatAreChangedAlikeStayOneArticleOfTheSameId) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  const auto write_both = [&](const std::string& text) {
    for (const char* name : {"a", "b"}) write(folder / (std::string("in/") + name + ".jsonl"), linked(name, text));
    counts_of(paths, {.paths = {folder / "in"}});
    return (*reader(paths).find_article("https://example.org/b"))->article;
  };
  const ArticleId before = write_both("Old.");
  EXPECT_EQ(write_both("New."), before);
  EXPECT_THAT(versions_of(paths, "https://example.org/a"), ElementsAre("Old.", "New."));
}

TEST(Copies, OfAFileThatWasMovedAreNone) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "in/a.jsonl", linked("a", "Text."));
  counts_of(paths, {.paths = {folder / "in"}});
  std::filesystem::rename(folder / "in/a.jsonl", folder / "in/z.jsonl");
  counts_of(paths, {.paths = {folder / "in"}});
  EXPECT_EQ(articles_of(paths), (std::map<std::string, std::set<std::string>>{{"Text.", {"z.jsonl"}}}));
}

TEST(Versions, AreKeptOfWhatAReaderSees) {
  struct Case {
    const char* what;
    std::string before, after;
    std::size_t versions;
  };
  const std::string one = record("one", "Old.");
  const Case cases[] = {
      {"the text", one, record("one", "New."), 2},
      {"the title", one, R"({"id":"one","title":"Other","date":"2024-08-16","source":"Example","text":"Old."})", 2},
      {"given people only", one, record("one", "Old.", R"(,"people":["Jane Doe"])"), 1},
      {"white space of the file only", one, " " + one, 1},
      {"a record that is only a place", "{\"text\":\"Old.\"}", "{\"text\":\"New.\"}", 1},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const TemporaryFolder folder;
    const ArchivePaths paths = paths_in(folder);
    for (const std::string& bytes : {c.before, c.after}) {
      write(folder / "a.jsonl", bytes);
      counts_of(paths, {.paths = {folder / "a.jsonl"}});
    }
    const Catalog catalog = reader(paths);
    const auto articles = catalog.all_articles();
    ASSERT_EQ(articles->size(), 1U);
    EXPECT_EQ(catalog.revisions_of(articles->front().first)->size(), c.versions);
  }
}

TEST(Versions, OfAUrlThatACrawlHasTwiceStayWhatTheyAreWhenTheFileIsReadAgain) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  write(folder / "a.jsonl", linked("a", "Morning.") + linked("a", "Evening."));
  counts_of(paths, {.paths = {folder / "a.jsonl"}});
  EXPECT_THAT(versions_of(paths, "https://example.org/a"), ElementsAre("Morning.", "Evening."));
  write(folder / "a.jsonl", linked("a", "Morning.") + linked("a", "Evening.") + linked("b", "More."));
  const IngestCounts again = counts_of(paths, {.paths = {folder / "a.jsonl"}});
  EXPECT_EQ(again.added, 1U);
  EXPECT_EQ(again.changed, 0U);
  EXPECT_THAT(versions_of(paths, "https://example.org/a"), ElementsAre("Morning.", "Evening."));
}

TEST(Versions, GoWithTheArticle) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  for (const char* text : {"Old.", "New."}) {
    write(folder / "in/a.jsonl", linked("a", text));
    counts_of(paths, {.paths = {folder / "in"}});
  }
  EXPECT_EQ(reader(paths).counts()->revisions, 1U);
  std::filesystem::remove(folder / "in/a.jsonl");
  EXPECT_EQ(counts_of(paths, {.paths = {folder / "in"}, .prune = true}).pruned, 1U);
  EXPECT_EQ(reader(paths).counts()->revisions, 0U);
}

}  // namespace
}  // namespace dateline::test
