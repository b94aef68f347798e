// Versions of articles: their JSON fits its schemas, and what is printed of a change for people.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "query/cli/history_format.h"
#include "query/engine/article_history.h"
#include "tests/archive_fixture/test_archive.h"
#include "tests/cli/json_schema.h"

namespace dateline::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

// An archive with one article that said `texts`, one after the other.
class HistoryOutput : public ::testing::Test {
 protected:
  void say(const std::vector<std::string>& texts) {
    Article article{.key = "a", .title = "Boats \x1b[2J lost", .source = "Gazette", .url = {}};
    article.path = "-";
    Catalog& catalog = archive_.catalog();
    ASSERT_TRUE(catalog.begin());
    for (const std::string& text : texts) {
      article.text = text;
      if (const auto known = catalog.find_article("a"); *known) {
        ASSERT_TRUE(catalog.keep_revision("a", (*known)->article, article));
      }
      ASSERT_TRUE(catalog.put_article(article, 1, 1, {}, {}));
    }
    ASSERT_TRUE(catalog.commit());
    auto opened = api::Archive::open(archive_.paths().folder);
    ASSERT_TRUE(opened);
    opened_.emplace(std::move(*opened));
  }
  api::Result<api::History> history() { return api::show_history(*opened_, "a"); }
  std::string diff(std::uint64_t from = 0, std::uint64_t to = 0) {
    const std::string text = format_diff(*history()->diff(from, to), {.width = 60, .color = false});
    return text.substr(text.find('\n') + 1);
  }

  dateline::testing::TestArchive archive_;
  std::optional<api::Archive> opened_;
};

TEST_F(HistoryOutput, FitsItsSchemas) {
  say({"One two.", "One three.", "One."});
  EXPECT_EQ(schema_errors("history.schema.json", std::string(history()->json())), "");
  EXPECT_EQ(schema_errors("version.schema.json", std::string(history()->revision_json(0))), "");
  const auto changed = history()->diff(1, 3);
  ASSERT_TRUE(changed);
  EXPECT_EQ(schema_errors("diff.schema.json", std::string(changed->json())), "");
  EXPECT_NE(schema_errors("diff.schema.json", std::string(history()->json())), "");
}

TEST_F(HistoryOutput, MarksChangesAsGitDoes) {
  say({"Ten boats were lost.\nNobody was hurt.\nIt rains.",
       "Twelve boats were lost.\nNobody was hurt.\nIt snows again."});
  EXPECT_EQ(diff(), "\n[-Ten-]{+Twelve+} boats were lost.\n\nIt [-rains.-]{+snows again.+}\n");
  EXPECT_EQ(diff(2, 1), "\n[-Twelve-]{+Ten+} boats were lost.\n\nIt [-snows again.-]{+rains.+}\n");
}

TEST_F(HistoryOutput, LeavesOutWhatIsFarFromAChange) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "w" + std::to_string(i) + " ";
  say({words + "old " + words + "old.", words + "new " + words + "new."});
  const std::string text = diff();
  EXPECT_THAT(text, HasSubstr("… w28 w29"));
  EXPECT_THAT(text, HasSubstr("w11 … w28"));
  EXPECT_THAT(text, Not(HasSubstr("w20")));
  EXPECT_THAT(text, EndsWith("[-old.-]{+new.+}\n"));
}

TEST_F(HistoryOutput, ShowsLineEndsThatCameAndWent) {
  say({"One. Two.", "One.\n\nTwo.", "One. Two."});
  EXPECT_EQ(diff(1, 2), "\nOne.{+¶+}\n");
  EXPECT_EQ(diff(2, 3), "\nOne. [-¶-]Two.\n");
}

TEST_F(HistoryOutput, ListsVersionsAndPrintsOneWithoutWhatCouldCommandTheTerminal) {
  say({"One two.", "One three."});
  const std::string list = format_history(*history(), {.width = 80, .color = false});
  EXPECT_THAT(list, HasSubstr("2 versions\n   2  "));
  EXPECT_THAT(list, HasSubstr("+1 −1"));
  EXPECT_THAT(list, Not(HasSubstr("\x1b")));
  const std::string first = format_revision(*history(), 0, {.width = 80, .color = false});
  EXPECT_THAT(first, HasSubstr("1 of 2"));
  EXPECT_THAT(first, EndsWith("One two.\n"));
  EXPECT_THAT(first, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace dateline::cli
