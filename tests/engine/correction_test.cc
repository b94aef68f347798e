// Did you mean: queries that find nothing, and what they were perhaps meant to be.
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;
using testing::TestArticle;

class CorrectionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<TestArticle> articles;
    for (int i = 0; i < 120; ++i) {
      articles.push_back({.key = concat({"k", std::to_string(i)}),
                          .title = "Ceasefire talks",
                          .text = "Negotiators met in Jerusalem. Gaza waits.",
                          .source = "CNN",
                          .people = {"Benjamin Netanyahu"},
                          .places = {"Gaza"}});
    }
    articles.push_back(
        {.key = "slip", .title = "A ceasfire", .text = "Kerem Shalom.", .people = {"Benjamin Netanyaha"}});
    archive_.put(articles, IndexMode::kBulk);
  }
  SearchResults search(const SearchRequest& request) {
    auto engine = Engine::open(archive_.paths());
    auto results = engine->search(request);
    EXPECT_TRUE(results) << results.error().message;
    return *results;
  }
  std::string corrected(const std::string& text) { return search({.text = text}).corrected; }
  TestArchive archive_;
};

TEST_F(CorrectionTest, ReplacesWordsThatTheArchiveDoesNotHave) {
  EXPECT_EQ(corrected("negotiaters"), "negotiators");
  EXPECT_EQ(corrected("jeruslaem"), "jerusalem");
  EXPECT_EQ(corrected("Jeruzalm gaza"), "jerusalem gaza");
  EXPECT_EQ(corrected("xerusalem"), "jerusalem") << "the first letter may be wrong";
  EXPECT_EQ(corrected("negotiaters AND jeruslaem"), "negotiators AND jerusalem");
  EXPECT_EQ(corrected("\"ceasefire tolks\""), "\"ceasefire talks\"");
  EXPECT_EQ(corrected("title:ceasefyre"), "title:ceasefire");
  EXPECT_EQ(corrected("(negotiaters) -volcano"), "(negotiators) -volcano");
}

TEST_F(CorrectionTest, ReplacesRareSlipsOfFrequentWords) {
  EXPECT_EQ(corrected("ceasfire gaza"), "ceasefire gaza") << "nothing has both";
  const SearchResults few = search({.text = "ceasfire"});
  EXPECT_EQ(few.matched, 1U);
  EXPECT_EQ(few.corrected, "ceasefire");
  EXPECT_EQ(corrected("shalom"), "") << "rare, and nothing is near";
}

TEST_F(CorrectionTest, ReplacesNamesThatStandForNobody) {
  EXPECT_EQ(corrected("person:netanyaho"), "person:\"Benjamin Netanyahu\"");
  EXPECT_EQ(corrected("talks person:\"Benjamin Netanyaho\" gaza"), "talks person:\"Benjamin Netanyahu\" gaza");
  EXPECT_EQ(corrected("source:CNNN"), "source:CNN");
  EXPECT_EQ(corrected("source:CNNN negotiaters"), "source:CNN negotiators");
}

TEST_F(CorrectionTest, IsNotThereForWhatFindsEnoughOrCannotBeHelped) {
  for (const char* text : {"ceasefire", "*", "volcano", "ceasefire volcano", "-ceasfire", "12345678", "xy",
                           "id:nothing", "person:zzzzzz", "date:1999", "talks -negotiaters", "ceasefire -jerusalem"}) {
    EXPECT_EQ(corrected(text), "") << text;
  }
  EXPECT_EQ(search({.text = "negotiaters", .date_filter = "1999"}).corrected, "") << "it would find nothing either";
}

}  // namespace
}  // namespace dateline
