// JSON Feed: what of an item becomes what of an article.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kStart =
    R"({"version": "https://jsonfeed.org/version/1.1", "title": "Meridian Wire", "language": "en-US",
        "home_page_url": "https://wire.example/", "authors": [{"name": "Meridian Desk"}], "items": [)";

TEST(JsonFeed, IsKnownByItsVersion) {
  struct Case {
    std::string head, path, format;
  };
  const Case cases[] = {
      {"{\n  \"version\": \"https://jsonfeed.org/version/1\"", "/a/feed.json", "json_feed"},
      {"\xEF\xBB\xBF{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\"", "-", "json_feed"},
      {"{\"text\":\"see jsonfeed.org/version/1\"}", "/a/wire.jsonl", "jsonl"},
      {"Stories about {feeds}, such as jsonfeed.org/version/1", "/a/story.txt", "plain_text"},
  };
  for (const Case& each : cases) EXPECT_EQ(choose_format(each.head, each.path)->name(), each.format) << each.head;
}

TEST(JsonFeed, GivesAnArticleForEachItem) {
  const FileReading reading =
      read_bytes(kStart + R"({"id": 7, "url": "https://wire.example/7", "title": "Talks &amp; tea",
                   "content_html": "<p>Talks went on.</p><p>Tea was served.</p>", "summary": "Talks.",
                   "date_published": "2024-08-16T14:30:00-07:00", "author": {"name": "Jane Doe"}},
                  {"id": "urn:x:8", "content_text": "It is <b> here.", "date_modified": "2024-08-17", "language": "de"},
                  {"id": "9", "title": "Nothing else"}]})",
                 "/news/feed.json");
  ASSERT_THAT(reading.articles, SizeIs(2));
  const Article& talks = reading.articles[0];
  EXPECT_EQ(talks.key, "https://wire.example/7");
  EXPECT_EQ(talks.title, "Talks & tea");
  EXPECT_EQ(talks.text, "Talks went on.\n\nTea was served.");
  EXPECT_EQ(talks.source, "Meridian Wire");
  EXPECT_EQ(talks.language, "en");
  EXPECT_EQ(to_iso(talks.published), "2024-08-16T14:30:00-07:00");
  EXPECT_THAT(talks.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(reading.articles[1].key, "urn:x:8");
  EXPECT_EQ(reading.articles[1].text, "It is <b> here.");
  EXPECT_EQ(reading.articles[1].language, "de");
  EXPECT_THAT(reading.articles[1].authors, ElementsAre("Meridian Desk"));
  ASSERT_THAT(reading.rejections, SizeIs(1));
  EXPECT_EQ(reading.rejections[0].record, 3U);
}

TEST(JsonFeed, ThatCannotBeReadSaysWhy) {
  std::string deep = kStart;
  for (int i = 0; i < 1000; ++i) deep += "[";
  struct Case {
    std::string bytes, message;
  };
  const Case cases[] = {{kStart + "]}", "without items"},
                        {kStart + R"({"content_text": "cut off)", "no valid JSON at byte"},
                        {deep, "nested too deep"}};
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/news/feed.json");
    EXPECT_THAT(reading.articles, IsEmpty());
    ASSERT_THAT(reading.rejections, SizeIs(1)) << each.message;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message));
  }
}

}  // namespace
}  // namespace dateline
