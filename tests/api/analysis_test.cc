// dateline_analysis.h: from C, and from C++.
#include <gtest/gtest.h>
#include <dateline_analysis.hpp>

#include "tests/api/c_abi_check.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

// Ten days with ten articles on rain and one on a truce each; on the last day 31 on the truce, with Ann Lee.
std::vector<testing::TestArticle> ten_days() {
  std::vector<testing::TestArticle> articles;
  for (int day = 1; day <= 10; ++day) {
    const std::string date = std::string("2024-08-") + (day < 10 ? "0" : "") + std::to_string(day);
    for (int i = 0; i < 10; ++i) {
      articles.push_back(
          {.key = date + "-rain-" + std::to_string(i), .title = "Rain", .text = "Rain.", .published = date});
    }
    for (int i = 0; i < (day == 10 ? 31 : 1); ++i) {
      articles.push_back({.key = date + "-" + std::to_string(i),
                          .title = "Truce " + std::to_string(i),
                          .text = "A truce.",
                          .published = date,
                          .people = day == 10 ? std::vector<std::string>{"Ann Lee"} : std::vector<std::string>{}});
    }
  }
  return articles;
}

class AnalysisApiTest : public ::testing::Test {
 protected:
  void SetUp() override { archive_.put(ten_days()); }
  [[nodiscard]] const std::string& folder() const { return archive_.paths().folder; }
  testing::TestArchive archive_;
};

TEST_F(AnalysisApiTest, AnswersFromC) {
  EXPECT_STREQ(check_analysis_from_c(folder().c_str()), nullptr);
}

TEST_F(AnalysisApiTest, AnswersFromCpp) {
  auto archive = api::Archive::open(folder());
  ASSERT_TRUE(archive);
  const auto timeline = api::timeline(*archive, {.query = {.query = "truce"}});
  ASSERT_TRUE(timeline) << timeline.error().message;
  EXPECT_EQ(timeline->matched(), 40U);
  EXPECT_EQ(timeline->periods().size(), 10U);
  ASSERT_EQ(timeline->peaks().size(), 1U);
  EXPECT_EQ(timeline->peaks()[0].articles, 31U);
  const auto compared = api::compare(*archive, {.first = {.query = "truce"}, .second = "rain"});
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_EQ(compared->kinds().size(), 4U);
  EXPECT_STREQ(compared->kinds()[0].first[0].name, "Ann Lee");
  const auto trends = api::trends(*archive, {.since = "1d", .kinds = {DATELINE_PERSON}});
  ASSERT_TRUE(trends) << trends.error().message;
  ASSERT_EQ(trends->kinds().size(), 1U);
  EXPECT_EQ(trends->kinds()[0].trends[0].value.here, 31U);
  EXPECT_EQ(api::compare(*archive, {.first = {.query = "truce"}, .second = "(rain"}).error().position->begin, 9U);
}

}  // namespace
}  // namespace dateline
