// Addresses and history in the catalog: what is found by them, what goes with them, what older archives become.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/migrations.h"
#include "shared/base/deflated_text.h"
#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

StoredAddress address(ArticleId article, const std::string& key, const std::string& path, std::uint64_t bytes = 1) {
  return {.address = {key, "https://example.org/" + key, path, 0},
          .article = article,
          .facts = {.bytes_hash = bytes, .content = 7, .prepared = 1}};
}

// An article "a" with another address "b", and a version before.
void make_archive(const TestFolder& folder) {
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin());
  const ArticleId id = put(catalog, "a");
  Article next = article_of("a");
  next.text = "Another text.";
  ASSERT_TRUE(catalog.keep_revision("a", id, next));
  ASSERT_TRUE(catalog.put_article(next, 2, 2, {}, {}, {.bytes_hash = 5, .content = 7}));
  ASSERT_TRUE(catalog.put_address(address(id, "b", "/news/b")));
  ASSERT_TRUE(catalog.commit());
}

TEST(CatalogAddresses, AllFindTheArticle) {
  const TestFolder folder;
  make_archive(folder);
  const Catalog catalog = open_catalog(folder, Access::kRead);
  EXPECT_EQ((*catalog.find_article("a"))->article, (*catalog.find_article("b"))->article);
  EXPECT_THAT(*catalog.articles_of_url("https://example.org/b"), ElementsAre(1));
  EXPECT_THAT(*catalog.articles_with_url(), ElementsAre(1));
  EXPECT_THAT(*catalog.known_paths("/news"), ElementsAre("/news/a", "/news/b"));
}

TEST(CatalogAddresses, WithTheirLastTheHistoryOfTheKeyGoes) {
  const TestFolder folder;
  make_archive(folder);
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin());
  const auto addresses = catalog.addresses_of_key("a");
  for (const StoredAddress& each : *addresses) {
    const auto has_others = catalog.remove_address(each);
    ASSERT_TRUE(has_others);
    EXPECT_TRUE(*has_others);
  }
  EXPECT_THAT(*catalog.keys_of(std::vector<ArticleId>{1}), ElementsAre("b")) << "another address takes its place";
  EXPECT_EQ(catalog.counts()->revisions, 0U);
  EXPECT_FALSE(catalog.find_article("a")->has_value());
  EXPECT_FALSE(*catalog.remove_address(catalog.addresses_of_key("b")->front())) << "it was the last";
  ASSERT_TRUE(catalog.remove_article(ArticleId{1}));
  ASSERT_TRUE(catalog.commit());
  EXPECT_THAT(*catalog.check(), IsEmpty());
}

TEST(CatalogAddresses, GivenOnesFindTheArticleOfTheirRecord) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin());
  Article article = article_of("a");
  article.addresses = {{"a", "", "/old/a", 0}, {"z", "https://example.org/z", "/old/z", 3}};
  ASSERT_TRUE(catalog.put_article(article, 1, 1, {}, {}));
  ASSERT_TRUE(catalog.commit());
  EXPECT_EQ((*catalog.find_article("z"))->article, 1);
  EXPECT_THAT(*catalog.articles_of_url("https://example.org/z"), ElementsAre(1));
  EXPECT_EQ(catalog.addresses_of_article(1)->size(), 3U) << "that of the record that gave them too";
  EXPECT_EQ(*catalog.addresses_to_export(1), article.addresses);
  EXPECT_THAT(*catalog.check(), IsEmpty());
}

TEST(CatalogRevisions, AreTheNewestHundredOfAKey) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin());
  const ArticleId id = put(catalog, "a");
  for (int version = 0; version < 120; ++version) {
    Article next = article_of("a");
    next.text = "Version " + std::to_string(version);
    ASSERT_TRUE(*catalog.keep_revision("a", id, next));
    EXPECT_TRUE(catalog.put_article(next, 1, 2, {}, {}));
    EXPECT_FALSE(*catalog.keep_revision("a", id, next)) << "nothing that a reader sees is different";
  }
  ASSERT_TRUE(catalog.commit());
  const auto revisions = catalog.revisions_of(id);
  ASSERT_EQ(revisions->size(), 101U) << "and the present one";
  EXPECT_EQ(revisions->front().text, "Version 19");
  EXPECT_EQ(revisions->back().text, "Version 119");
  EXPECT_EQ(revisions->back().replaced_at, 0);
}

TEST(CatalogCheck, NamesWhatIsWrongWithAddressesAndHistory) {
  struct Case {
    const char* sql;
    const char* said;
  };
  const Case cases[] = {
      {"DELETE FROM article_addresses", "no address: article 1"},
      {"UPDATE articles SET path = '/elsewhere'", "none of its addresses: article 1"},
      {"UPDATE article_addresses SET content = 8 WHERE key = 'b'", "is not the same: article 1"},
      {"INSERT INTO given_addresses VALUES ('x', 'y', 'lost', '/z', 0, '')", "of no record: lost"},
      {"UPDATE article_revisions SET key = 'x'", "of no article: x"},
      {"UPDATE article_revisions SET text = x'0504'", "'a' cannot be decoded"},
  };
  for (const Case& c : cases) {
    const TestFolder folder;
    make_archive(folder);
    ASSERT_THAT(*open_catalog(folder, Access::kRead).check(), IsEmpty());
    execute_sql(folder.paths().catalog(), c.sql);
    EXPECT_THAT(*open_catalog(folder, Access::kRead).check(), Contains(HasSubstr(c.said))) << c.sql;
  }
}

// As Dateline made them before it kept addresses.
TEST(OlderCatalogs, HaveOneAddressForEachArticle) {
  const TestFolder folder;
  std::string sql;
  for (std::size_t i = 0; i < 3; ++i) sql += std::string(kMigrations[i].sql);
  sql +=
      "PRAGMA user_version = 3; PRAGMA application_id = 0x444C4E45;"
      "INSERT INTO meta VALUES ('archive', '0d9f4d2e-5a0e-4d58-9b58-0a1f3f1f7a11');";
  const auto article = [](const std::string& key, const std::string& url, const std::string& path, int record) {
    return "INSERT INTO articles (key, content_hash, words, added_at, changed_at, record, title_made, title, source, "
           "url,"
           " path, published, authors, contributors, dateline, language, text) VALUES ('" +
           key + "', 9, 1, 5, 5, " + std::to_string(record) + ", 0, 'T', '', '" + url + "', '" + path +
           "', '', '[]', '[]', '', 'en', 'Text.');"
           "INSERT INTO article_facets (article_id, facets, mentions) VALUES (last_insert_rowid(), x'', x'');";
  };
  sql += article("one", "https://example.org/1", "/a.jsonl", 1) +
         article("https://example.org/2", "https://example.org/2", "/b.html", 0) + article("/c.txt", "", "/c.txt", 0) +
         article("/d.jsonl#4", "", "/d.jsonl", 4);
  execute_sql(folder.paths().catalog(), sql);
  const Catalog catalog = open_catalog(folder, Access::kWrite);
  EXPECT_THAT(*catalog.check(), IsEmpty());
  EXPECT_EQ(catalog.counts()->addresses, 4U);
  for (const auto& [key, own_id] : std::vector<std::pair<std::string, bool>>{
           {"one", true}, {"https://example.org/2", false}, {"/c.txt", false}, {"/d.jsonl#4", false}}) {
    const auto addresses = catalog.addresses_of_key(key);
    ASSERT_EQ(addresses->size(), 1U) << key;
    EXPECT_EQ(addresses->front().facts.own_id, own_id) << key;
    EXPECT_EQ(addresses->front().facts.bytes_hash, 0U) << "not known";
  }
}

TEST(DeflatedText, ComesBackAndDamageIsNoText) {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(100'000, 'x'), std::string("Größe \0 ł", 11)}) {
    std::string packed;
    deflate_text(text, packed);
    EXPECT_EQ(inflate_text(packed), text);
    for (std::size_t cut = 0; cut < packed.size(); ++cut) EXPECT_FALSE(inflate_text(packed.substr(0, cut)));
  }
  EXPECT_FALSE(inflate_text("\xff\xff\xff\xff\xff\xff\xff\x7f"));
}

}  // namespace
}  // namespace dateline
