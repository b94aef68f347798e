// id: and url: — articles by what names them exactly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TestArchive;

SearchResults search(const TestArchive& archive, const std::string& query) {
  auto engine = Engine::open(archive.paths()).value();
  return engine.search({.text = query}).value();
}

TEST(KeyFields, UrlFindsAllArticlesOfAnAddressWhateverTheirKeys) {
  const std::string shared = "https://example.org/a?b=(c)&d:e";
  TestArchive archive;
  archive.put({{.key = "one", .title = "First", .text = "Rain.", .url = shared},
               {.key = "two", .title = "Second", .text = "Rain again.", .url = shared},
               {.key = "https://example.org/own", .title = "Third", .text = "Sun.", .url = "https://example.org/own"},
               {.key = "none", .title = "Fourth", .text = "Wind."}});
  struct Case {
    std::string query;
    std::uint64_t matched;
  };
  const std::vector<Case> cases = {{"url:" + shared, 2},
                                   {"url:" + shared + " again", 1},
                                   {"url:https://example.org/own", 1},
                                   {"id:https://example.org/own", 1},
                                   {"-url:" + shared, 2},
                                   {"url:https://example.org/", 0},
                                   {"url:one", 0},
                                   {"id:one", 1},
                                   {"id:" + shared, 0}};
  for (const auto& [query, matched] : cases) EXPECT_EQ(search(archive, query).matched, matched) << query;
  EXPECT_THAT(search(archive, "url:one").notes, ElementsAre(HasSubstr("no article has the url 'one'")));
}

}  // namespace
}  // namespace dateline
