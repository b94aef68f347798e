// dateline_explore.h and dateline_explain.h: from C, and from C++.
#include <gtest/gtest.h>
#include <dateline_explain.hpp>
#include <dateline_explore.hpp>

#include "tests/api/c_abi_check.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

class ExploreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a",
                   .title = "Talks in Doha",
                   .text = "A truce for Gaza. Joe Biden called.",
                   .source = "CNN",
                   .people = {"Joe Biden"}},
                  {.key = "b", .title = "Rain", .text = "It rains.", .source = "BBC"}});
  }
  [[nodiscard]] const std::string& folder() const { return archive_.paths().folder; }
  testing::TestArchive archive_;
};

TEST_F(ExploreTest, CompletesFromC) {
  EXPECT_STREQ(check_completion_from_c(folder().c_str()), nullptr);
}

TEST_F(ExploreTest, CompletesFromCpp) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  const auto found = api::complete(*archive, "gaza source:c");
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->rows().size(), 1U);
  EXPECT_EQ(found->rows()[0].text, "gaza source:CNN");
  EXPECT_EQ(found->rows()[0].name_kind, DATELINE_SOURCE);
  EXPECT_EQ(found->begin(), 5U);
  EXPECT_EQ(api::complete(*archive, "x", 100000).error().code, DATELINE_USAGE);
}

TEST_F(ExploreTest, ExplainsToC) {
  EXPECT_STREQ(check_explanation_from_c(folder().c_str()), nullptr);
}
TEST(Explain, SurvivesNullEverywhere) {
  EXPECT_STREQ(check_explanation_nulls_from_c(), nullptr);
}

TEST_F(ExploreTest, ExplainsToCpp) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  const auto found = api::explain(*archive, {.query = "truce rain", .match = DATELINE_MATCH_ANY});
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->parsed(), R"((words (word "truce") (word "rain")))");
  EXPECT_EQ(found->matched(), 2U);
  EXPECT_EQ(found->tokens().size(), 2U);
  EXPECT_EQ(api::explain(*archive, {.query = "("}).error().code, DATELINE_QUERY);
}

}  // namespace
}  // namespace dateline
