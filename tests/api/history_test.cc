// dateline_history.h: from C, and from C++; and the addresses of an article.
#include <gtest/gtest.h>
#include <dateline_history.hpp>

#include "tests/api/c_abi_check.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

// An article of two versions, at two addresses.
class HistoryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a", .title = "Talks", .text = "Ten boats were lost.", .url = "https://example.org/a"}});
    Catalog& catalog = archive_.catalog();
    const ArticleId id = (*catalog.find_article("a"))->article;
    Article next = (*catalog.load_article(id))->article;
    next.text = "Twelve boats were lost.";
    ASSERT_TRUE(catalog.begin());
    ASSERT_TRUE(catalog.keep_revision("a", id, next));
    ASSERT_TRUE(catalog.put_article(next, 2, 4, {}, {}));
    ASSERT_TRUE(catalog.put_address({.address = {"b", "https://example.org/b", "/news/b.html", 0}, .article = id}));
    ASSERT_TRUE(catalog.commit());
  }
  testing::TestArchive archive_;
};

TEST_F(HistoryTest, IsReadFromC) {
  EXPECT_STREQ(check_history_from_c(archive_.paths().folder.c_str()), nullptr);
  EXPECT_STREQ(check_history_nulls_from_c(), nullptr);
}

TEST_F(HistoryTest, IsReadFromCpp) {
  auto archive = api::Archive::open(archive_.paths().folder);
  ASSERT_TRUE(archive);
  const auto history = api::show_history(*archive, "b");
  ASSERT_TRUE(history) << history.error().message;
  EXPECT_EQ(history->id(), "a");
  ASSERT_EQ(history->revisions().size(), 2U);
  EXPECT_STREQ(history->revisions()[0].text, "Ten boats were lost.");
  const auto diff = history->diff();
  ASSERT_TRUE(diff);
  EXPECT_EQ(diff->words_added(), 1U);
  EXPECT_EQ(diff->fields().size(), 5U);
  EXPECT_EQ(history->diff(1, 3).error().code, DATELINE_NOT_FOUND);
  EXPECT_EQ(api::show_history(*archive, "c").error().code, DATELINE_NOT_FOUND);
}

TEST_F(HistoryTest, AddressesOfAnArticleAreItsOwnAndThoseOfCopies) {
  auto archive = api::Archive::open(archive_.paths().folder);
  ASSERT_TRUE(archive);
  const auto article = archive->show("b");
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->id(), "a");
  const auto addresses = article->addresses();
  ASSERT_EQ(addresses.size(), 2U);
  EXPECT_EQ(addresses[0].id, "a");
  EXPECT_EQ(addresses[1].id, "b");
  EXPECT_EQ(addresses[1].url, "https://example.org/b");
  EXPECT_EQ(addresses[1].path, "/news/b.html");
  EXPECT_NE(article->json().find(R"("addresses":[{"id":"a")"), std::string_view::npos);
}

}  // namespace
}  // namespace dateline
