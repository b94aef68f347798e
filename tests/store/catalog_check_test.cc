// check() names what is wrong, and damaged blobs never come back as something else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "shared/store/facet_blobs.h"
#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

// An archive of two articles, closed.
void make_archive(const TestFolder& folder) {
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  for (const char* key : {"a", "b"}) {
    std::vector<FacetId> facets = {*catalog.intern_facet(FacetKind::kPerson, std::string("Person ") + key)};
    const std::vector<ResolvedEntity> entities = {{facets[0], {{0, 3, false}}}};
    ASSERT_TRUE(catalog.put_article(article_of(key), 1, 4, facets, entities).ok());
  }
  ASSERT_TRUE(catalog.commit().ok());
  ASSERT_THAT(*catalog.check(), IsEmpty());
}

TEST(CatalogCheck, NamesWhatIsWrong) {
  struct Case {
    const char* sql;
    const char* said;
  };
  const Case cases[] = {
      {"DELETE FROM article_facets WHERE article_id = 2", "missing: article 2"},
      {"UPDATE articles SET authors = '[\"x' WHERE article_id = 1", "no JSON list: article 1"},
      {"UPDATE article_facets SET facets = x'80' WHERE article_id = 1", "article 1: its facet ids"},
      {"UPDATE article_facets SET facets = x'70' WHERE article_id = 1",
       "article 1: it has a facet value that does not"},
      {"UPDATE article_facets SET mentions = x'08' WHERE article_id = 2", "article 2: its mentions"},
      {"UPDATE article_facets SET mentions = x'7000' WHERE article_id = 2", "article 2: it mentions an entity"},
      {"UPDATE facet_values SET kind = 1 WHERE facet_id = 8", "carry its kind: 8"},
      {"UPDATE facet_kinds SET last_ordinal = 1 WHERE kind = 0", "beyond the last one given: 16"},
      {"UPDATE facet_names SET own = 0 WHERE facet_id = 8", "no name of its own: 8"},
      {"UPDATE facet_names SET key = 'person a' WHERE facet_id = 16", "have one name: Person"},
      {"DELETE FROM facet_values WHERE facet_id = 8", "refers to a row of facet_values"},
  };
  for (const Case& c : cases) {
    const TestFolder folder;
    make_archive(folder);
    execute_sql(folder.paths().catalog(), c.sql);
    const auto problems = open_catalog(folder, Access::kRead).check();
    ASSERT_TRUE(problems.ok()) << c.sql;
    EXPECT_THAT(*problems, Contains(HasSubstr(c.said))) << c.sql;
  }
}

TEST(CatalogCheck, FindsOverwrittenPages) {
  const TestFolder folder;
  make_archive(folder);
  const std::string path = folder.paths().catalog();
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(3 * 4096);
  file << std::string(std::filesystem::file_size(path) - 3 * 4096, '\x5a');
  file.close();
  const auto catalog = Catalog::open(folder.paths(), Access::kRead);
  if (!catalog) {
    EXPECT_EQ(catalog.error().code, ErrorCode::kArchiveDamaged);
    return;
  }
  const auto problems = catalog->check();
  ASSERT_TRUE(problems.ok()) << problems.error().message;
  EXPECT_THAT(*problems, testing::Not(IsEmpty()));
}

TEST(CatalogCheck, LoadingADamagedArticleIsAnError) {
  const TestFolder folder;
  make_archive(folder);
  execute_sql(folder.paths().catalog(), "UPDATE article_facets SET mentions = x'0801' WHERE article_id = 1");
  const auto loaded = open_catalog(folder, Access::kRead).load_article(1);
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, ErrorCode::kArchiveDamaged);
  EXPECT_THAT(loaded.error().message, HasSubstr("'a'"));
}

TEST(FacetBlobs, AreAsFormatMdSaysByteForByte) {
  std::string blob;
  const std::vector<FacetId> facets = {8, 9, 400};
  encode_facets(facets, blob);
  EXPECT_EQ(blob, std::string("\x08\x01\x87\x03", 4));
  // Facet 16 without a mention; facet 8: title 0–5, text 3–6 and 200–203.
  const std::vector<ResolvedEntity> entities = {{16, {}}, {8, {{200, 203, false}, {0, 5, true}, {3, 6, false}}}};
  encode_mentions(entities, blob);
  EXPECT_EQ(blob, std::string("\x08\x03\x0b\x00\x06\x03\x06\xc5\x01\x08\x00", 11));
}

TEST(FacetBlobs, OfRandomBytesAreRefusedOrDecodeToWhatIsEncodedAgain) {
  std::mt19937 random(7);
  std::string again;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 8);
    if (const auto entities = decode_mentions(bytes)) {
      encode_mentions(*entities, again);
      EXPECT_EQ(decode_mentions(again)->size(), entities->size());
    }
    if (const auto facets = decode_facets(bytes)) {
      encode_facets(*facets, again);
      EXPECT_EQ(decode_facets(again), facets);
    }
  }
}

TEST(FacetBlobs, RefuseCountsAndOffsetsThatCannotBe) {
  EXPECT_FALSE(decode_mentions(std::string("\x08\xff\xff\xff\xff\xff\x7f", 7)));      // a count beyond the bytes
  EXPECT_FALSE(decode_mentions(std::string("\x08\x01\x02\xff\xff\xff\xff\x7f", 8)));  // begin over 32 bits
  EXPECT_FALSE(decode_facets(std::string("\x08\x00", 2)));                            // not ascending
  EXPECT_FALSE(decode_facets(std::string("\xff\xff\xff\xff\x0f\x01", 6)));            // over 32 bits
}

}  // namespace
}  // namespace dateline
