// Articles and the change log: what was put comes back, ids stay or are never used again, the log is in order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article full_article() {
  Article article;
  article.key = "wikinews-2024-1";
  article.title = "Ceasefire talks resume in Doha — \"again\"";
  article.title_made = true;
  article.source = "CNN";
  article.url = "https://example.org/a?b=c";
  article.path = "/news/a.jsonl";
  article.record = 14'000'000'000ULL;
  article.authors = {"Abbas Al Lawati", "Žofie \"Z\" Nováková\\"};
  article.contributors = {"Jane Doe"};
  article.published = {2024, 8, 16, 14, 30, 0, 120};
  article.dateline = "JERUSALEM, Israel";
  article.language = "en";
  article.section = "World";
  article.caption = "Smoke over the \"harbour\".";
  article.text = std::string("First.\n\nSecond\0 with a NUL, ł and 😀.", 40);
  return article;
}

TEST(CatalogArticles, GiveBackEveryField) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId person = *catalog.intern_facet(FacetKind::kPerson, "Yahya Sinwar");
  const FacetId place = *catalog.intern_facet(FacetKind::kPlace, "Doha");
  const FacetId source = *catalog.intern_facet(FacetKind::kSource, "CNN");
  std::vector<FacetId> facets = {person, place, source};
  std::sort(facets.begin(), facets.end());
  const std::vector<ResolvedEntity> entities = {
      {place, {}},  // given by the publisher
      {person, {{300, 306, false}, {5, 9, true}, {0, 12, false}, {40, 45, false}}},
  };
  const Article article = full_article();
  const auto id = catalog.put_article(article, 0xfedcba9876543210ULL, 321, facets, entities);
  ASSERT_TRUE(id.ok());
  ASSERT_TRUE(catalog.commit().ok());

  const auto loaded = open_catalog(folder, Access::kRead).load_article(*id);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  ASSERT_TRUE(loaded->has_value());
  const StoredArticle& stored = **loaded;
  EXPECT_EQ(stored.id, *id);
  EXPECT_EQ(stored.content_hash, 0xfedcba9876543210ULL);
  EXPECT_EQ(stored.words, 321U);
  EXPECT_EQ(stored.article.key, article.key);
  EXPECT_EQ(stored.article.title, article.title);
  EXPECT_EQ(stored.article.title_made, true);
  EXPECT_EQ(stored.article.source, article.source);
  EXPECT_EQ(stored.article.url, article.url);
  EXPECT_EQ(stored.article.path, article.path);
  EXPECT_EQ(stored.article.record, article.record);
  EXPECT_EQ(stored.article.authors, article.authors);
  EXPECT_EQ(stored.article.contributors, article.contributors);
  EXPECT_EQ(stored.article.published, article.published);
  EXPECT_EQ(stored.article.dateline, article.dateline);
  EXPECT_EQ(stored.article.language, article.language);
  EXPECT_EQ(stored.article.section, article.section);
  EXPECT_EQ(stored.article.caption, article.caption);
  EXPECT_EQ(stored.article.text, article.text);
  EXPECT_EQ(stored.facets, facets);
  ASSERT_EQ(stored.entities.size(), 2U);
  const bool person_first = person < place;
  EXPECT_EQ(stored.entities[person_first ? 1 : 0].facet, place);
  EXPECT_THAT(stored.entities[person_first ? 1 : 0].mentions, IsEmpty());
  EXPECT_THAT(
      stored.entities[person_first ? 0 : 1].mentions,
      ElementsAre(Mention{5, 9, true}, Mention{0, 12, false}, Mention{40, 45, false}, Mention{300, 306, false}));
}

TEST(CatalogArticles, KeepTheirIdWhenReplaced) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const ArticleId first = put(catalog, "a", 1);
  const ArticleId other = put(catalog, "b", 2);
  EXPECT_EQ(put(catalog, "a", 3), first);
  EXPECT_NE(first, other);
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_EQ((*catalog.find_article("a"))->content_hash, 3U);
  EXPECT_EQ((*catalog.find_article("a"))->article, first);
  EXPECT_THAT(*catalog.all_articles(), ElementsAre(std::pair(first, 3U), std::pair(other, 2U)));
}

TEST(CatalogArticles, ReplacingLeavesNothingOfTheOldOnes) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId facet = *catalog.intern_facet(FacetKind::kPerson, "Yahya Sinwar");
  const std::vector<ResolvedEntity> entities = {{facet, {{1, 2, false}}}};
  Article old = full_article();
  const auto id = catalog.put_article(old, 1, 1, std::span(&facet, 1), entities);
  Article changed;
  changed.key = old.key;
  ASSERT_EQ(*catalog.put_article(changed, 2, 0, {}, {}), *id);
  ASSERT_TRUE(catalog.commit().ok());
  const auto stored = catalog.load_article(*id);
  EXPECT_EQ((*stored)->article.text, "");
  EXPECT_EQ((*stored)->article.published, PublishedDate{});
  EXPECT_THAT((*stored)->article.authors, IsEmpty());
  EXPECT_THAT((*stored)->facets, IsEmpty());
  EXPECT_THAT((*stored)->entities, IsEmpty());
}

TEST(CatalogArticles, GetANewIdWhenRemovedAndAddedAgain) {
  const TestFolder folder;
  ArticleId before = 0;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    before = put(catalog, "a");
    EXPECT_TRUE(*catalog.remove_article("a"));
    EXPECT_FALSE(*catalog.remove_article("a"));
    ASSERT_TRUE(catalog.commit().ok());
    EXPECT_FALSE(catalog.find_article("a")->has_value());
    EXPECT_FALSE(catalog.load_article(before)->has_value());
    EXPECT_THAT(*catalog.check(), IsEmpty());
  }
  Catalog catalog = open_catalog(folder, Access::kWrite);  // also after the archive was closed
  ASSERT_TRUE(catalog.begin().ok());
  EXPECT_GT(put(catalog, "a"), before);
  ASSERT_TRUE(catalog.commit().ok());
}

TEST(CatalogArticles, AreListedByPathInOrderOfRecord) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  for (const auto& [key, record] : {std::pair("third", 30), std::pair("first", 1), std::pair("second", 2)}) {
    Article article = article_of(key);
    article.path = "/news/a.jsonl";
    article.record = static_cast<std::uint64_t>(record);
    ASSERT_TRUE(catalog.put_article(article, 1, 1, {}, {}).ok());
  }
  put(catalog, "elsewhere");
  ASSERT_TRUE(catalog.commit().ok());
  std::vector<std::string> keys;
  const auto addresses = catalog.addresses_of_path("/news/a.jsonl");
  for (const StoredAddress& each : *addresses) keys.push_back(each.address.key);
  EXPECT_THAT(keys, ElementsAre("first", "second", "third"));
  EXPECT_THAT(*catalog.addresses_of_path("/news/a"), IsEmpty());
}

std::vector<std::pair<ArticleId, ChangeOperation>> operations_after(const Catalog& catalog, std::int64_t seq) {
  const auto changes = catalog.changes_after(seq, 1000);
  std::vector<std::pair<ArticleId, ChangeOperation>> operations;
  for (const Change& change : *changes) {
    EXPECT_EQ(change.seq, ++seq);
    operations.emplace_back(change.article, change.operation);
  }
  return operations;
}

TEST(ChangeLog, HasEveryChangeInOrder) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  EXPECT_EQ(*catalog.last_seq(), 0);
  ASSERT_TRUE(catalog.begin().ok());
  const ArticleId a = put(catalog, "a");
  const ArticleId b = put(catalog, "b");
  put(catalog, "a", 2);
  EXPECT_TRUE(*catalog.remove_article("b"));
  ASSERT_TRUE(catalog.commit().ok());
  using Op = ChangeOperation;
  EXPECT_THAT(operations_after(catalog, 0), ElementsAre(std::pair(a, Op::kPut), std::pair(b, Op::kPut),
                                                        std::pair(a, Op::kPut), std::pair(b, Op::kRemove)));
  EXPECT_THAT(operations_after(catalog, 3), ElementsAre(std::pair(b, Op::kRemove)));
  EXPECT_EQ(catalog.changes_after(0, 2)->size(), 2U);
  EXPECT_EQ(*catalog.last_seq(), 4);
}

TEST(ChangeLog, GoesOnWithItsNumbersWhereTheLastWriterStopped) {
  const TestFolder folder;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    for (int i = 0; i < 5; ++i) put(catalog, "a", static_cast<std::uint64_t>(i));
    EXPECT_TRUE(*catalog.remove_article("a"));
    ASSERT_TRUE(catalog.commit().ok());
  }
  Catalog catalog = open_catalog(folder, Access::kWrite);
  EXPECT_EQ(*catalog.last_seq(), 6);
  ASSERT_TRUE(catalog.begin().ok());
  put(catalog, "b");
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_EQ(*catalog.last_seq(), 7);
  EXPECT_EQ(catalog.changes_after(0, 100)->size(), 7U);
}

TEST(CatalogTransactions, RollBackArticlesAndFacetsAlike) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId lost = *catalog.intern_facet(FacetKind::kPerson, "Lost");
  ASSERT_TRUE(catalog.add_alias(lost, "L.").ok());
  put(catalog, "a");
  ASSERT_TRUE(catalog.rollback().ok());
  EXPECT_FALSE(catalog.find_article("a")->has_value());
  EXPECT_EQ(*catalog.last_seq(), 0);
  ASSERT_TRUE(catalog.begin().ok());
  EXPECT_EQ(*catalog.intern_facet(FacetKind::kPerson, "Other"), lost) << "the cache was not rolled back";
  EXPECT_NE(*catalog.intern_facet(FacetKind::kPerson, "Lost"), lost);
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_THAT(*catalog.check(), IsEmpty());
}

TEST(CatalogTransactions, RollBackWhenTheCatalogIsClosedInTheMiddle) {
  const TestFolder folder;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    put(catalog, "a");
  }
  EXPECT_FALSE(open_catalog(folder, Access::kRead).find_article("a")->has_value());
}

TEST(CatalogTransactions, AreNeededForEveryWrite) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  EXPECT_EQ(catalog.put_article(article_of("a"), 1, 1, {}, {}).error().code, ErrorCode::kInternal);
  EXPECT_EQ(catalog.remove_article("a").error().code, ErrorCode::kInternal);
  EXPECT_EQ(catalog.intern_facet(FacetKind::kPlace, "Doha").error().code, ErrorCode::kInternal);
  EXPECT_EQ(catalog.set_meta("language", "english").error().code, ErrorCode::kInternal);
  EXPECT_EQ(catalog.commit().error().code, ErrorCode::kInternal);
  EXPECT_TRUE(catalog.rollback().ok());
}

}  // namespace
}  // namespace dateline
