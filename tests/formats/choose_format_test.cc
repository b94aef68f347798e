// Which format takes a file, and that a change of what files become changes the fingerprint.
#include <gmock/gmock.h>

#include "shared/base/bytes.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

TEST(ChooseFormat, GoesByEndingAndByTheFirstBytes) {
  struct Case {
    std::string head, path, format;
  };
  const Case cases[] = {
      {"{\"text\":\"x\"}", "/a/wire.jsonl", "jsonl"},
      {"{\"text\":\"x\"}", "/a/wire.jsonl.gz", "jsonl"},
      {"{\"text\":\"x\"}", "/a/wire.ndjson", "jsonl"},
      {"{\"text\":\"x\"}", "-", "jsonl"},
      {"{ \"text\":\"x\"}", "/a/wire", "jsonl"},
      {"no json", "/a/wire.jsonl", "jsonl"},
      {"\xEF\xBB\xBF{\"id\":1}", "-", "jsonl"},
      {"Headline\n\nStory.", "-", "plain_text"},
      {"Headline\n\nStory.", "/a/page.txt", "plain_text"},
      {"{curly} story", "/a/page.txt", "plain_text"},
      {"\x89PNG\r\n\x1a\n\0\0"s, "/a/wire.jsonl", "plain_text"},
      {"<!DOCTYPE html><html>", "-", "html"},
      {"\xEF\xBB\xBF\n<!-- saved --><HTML>", "/a/page.txt", "html"},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "/a/page", "html"},
      {"<p>A fragment.</p>", "/a/page.html", "html"},
      {"A story.", "/a/page.html", "plain_text"},
      {"<p>A text with a tag.", "/a/page.txt", "plain_text"},
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "-", "warc"},
      {"WARC/1.1\r\nWARC-Type: response\r\n", "/a/crawl.txt", "warc"},
      {"garbage\nWARC/1.0\r\n", "/a/crawl.warc.gz", "warc"},
      {"A story.", "/a/crawl.warc", "plain_text"},
      {"", "/a/empty.txt", "plain_text"},
      {"", "/a/empty.jsonl", "jsonl"},
  };
  for (const Case& each : cases) {
    const ArticleFormat* const format = choose_format(each.head, each.path);
    ASSERT_NE(format, nullptr) << each.path;
    EXPECT_EQ(format->name(), each.format) << each.path << " " << each.head;
  }
}

TEST(PlainText, IsOneArticleWhoseKeyIsItsPath) {
  const FileReading reading =
      read_bytes("Ministers Meet in Cairo\r\n\r\nThey met on Friday.\0 It was late.\r\n"s, "/news/a.txt");
  ASSERT_EQ(reading.articles.size(), 1U);
  const Article& article = reading.articles[0];
  EXPECT_EQ(article.key, "/news/a.txt");
  EXPECT_EQ(article.path, "/news/a.txt");
  EXPECT_EQ(article.record, 0U);
  EXPECT_EQ(article.title, "Ministers Meet in Cairo");
  EXPECT_EQ(article.text, "They met on Friday. It was late.");
  EXPECT_EQ(article.language, "");
}

TEST(PlainText, RejectsWhatIsNoArticle) {
  struct Case {
    std::string bytes, message;
  };
  const Case cases[] = {{"", "is empty"},
                        {" \n\t\n", "has no text"},
                        {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "looks like a PNG image, not text"},
                        {"Skip to content\n\nAdvertisement\n", "has no text"},
                        {gzip("text"), "looks like gzip data inside gzip, not text"}};
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/news/a.txt");
    ASSERT_EQ(reading.rejections.size(), 1U) << each.message;
    EXPECT_EQ(reading.rejections[0].error.message, each.message);
  }
}

TEST(PlainText, RejectsAFileAboveTheLimitWithoutHoldingIt) {
  const FileReading reading = read_bytes(std::string(3'000'000, 'x'), "/news/a.txt", {.record_bytes = 1'000'000});
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("larger than 1,000,000 bytes"));
}

// What the sample files become, as one number. When it changes, archives must read their files again: raise
// kReaderVersion in indexer/formats/article_format.cc, then write both here.
TEST(ReaderFingerprint, ChangesWithWhatTheSampleFilesBecome) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/tests/data/pages")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  std::uint64_t hash = 0;
  const auto add = [&](std::string_view part) { hash = hash64(part, hash); };
  for (const auto& file : files) {
    for (const Article& article : read_path(file.string()).articles) {
      for (const auto& part : {article.title, article.source, article.dateline, article.text, to_iso(article.published),
                               article.section, article.caption})
        add(part);
      for (const auto& name : article.authors) add(name);
      for (const auto& name : article.contributors) add(name);
    }
  }
  constexpr std::uint64_t kKnownHash = 17311429952474363130U;
  EXPECT_EQ(hash, kKnownHash);
  EXPECT_EQ(reader_fingerprint(),
            "reader 10 csv feed html json json_feed jsonl mail newsml ninjs nitf pdf plain_text reuters_sgml warc");
}

}  // namespace
}  // namespace dateline
