// Our own small samples of each format, each read as `add` reads files: what articles they hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/formats/pdf_document.h"
#include "indexer/formats/read_articles.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

const std::string kFolder = DATELINE_SOURCE_DIR "/tests/data/formats";

FileReading read_file(const std::string& path) {
  FileReading reading;
  if (auto read = read_articles(path, {}, nullptr, sink_into(reading)); !read)
    reading.rejections.push_back({path, 0, read.error()});
  return reading;
}

struct Sample {
  std::string file;
  std::string title;  // of the first article
  std::string date;
  std::size_t articles = 1, rejected = 0;
};

const Sample kSamples[] = {
    {"answer.json", "The First Ferry", "2024-08-16T12:00:00Z"},
    {"crawl.warc", "The First Ferry", "2024-08-16T12:00:00Z", 2},
    {"crawl.warc.gz", "The First Ferry", "2024-08-16T12:00:00Z", 2},
    {"feed.json", "The First Ferry", "2024-08-16T12:00:00Z"},
    {"ferries.csv", "The First Ferry", "2024-08-16", 2},
    {"ferries.jsonl", "The First Ferry", "2024-08-16", 2},
    {"ferries.tsv", "The First Ferry", "2024-08-16", 2},
    {"folder.mbox", "The First Ferry", "2024-08-16T12:00:00Z", 2},
    {"gazette.pdf", "The Printed Ferry", "2024-08-16T12:00:00Z"},
    {"harbour.rss", "", "", 0},
    {"item.ninjs.json", "The First Ferry", "2024-08-16T12:00:00Z"},
    {"ledger.rdf", "", "", 0},
    {"letter.eml", "The First Ferry", "2024-08-16T12:00:00Z"},
    {"message.newsml.xml", "Harbor reopens", "2024-08-16T14:30:00Z", 1, 1},
    {"page.html", "The First Ferry", "2024-08-16T12:00:00Z"},
    {"reuters.sgm", "", "", 0},
    {"stories.tar.gz", "The First Ferry", "", 2},
    {"stories.zip", "The First Ferry", "", 2},
    {"story.txt", "The First Ferry", "2024-08-16"},
    {"story.txt.xz", "The Packed Ferry", ""},
    {"wire.atom", "", "", 0},
    {"wire.nitf.xml", "", "", 0},
};

TEST(Samples, AreAllReadAsWhatTheyAre) {
  for (const Sample& sample : kSamples) {
    const FileReading reading = read_file(kFolder + "/" + sample.file);
    if (sample.file == "gazette.pdf" && reading.articles.empty()) continue;  // a build without the library
    if (sample.articles == 0) {  // a test of its format looks at them closer
      EXPECT_FALSE(reading.articles.empty()) << sample.file;
      continue;
    }
    EXPECT_EQ(reading.rejections.size(), sample.rejected) << sample.file;
    ASSERT_EQ(reading.articles.size(), sample.articles) << sample.file;
    EXPECT_EQ(reading.articles.front().title, sample.title) << sample.file;
    EXPECT_EQ(to_iso(reading.articles.front().published), sample.date) << sample.file;
    for (const Article& article : reading.articles) EXPECT_FALSE(article.text.empty()) << sample.file;
  }
}

TEST(Samples, AreAllInTheTable) {
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    const bool known = std::any_of(std::begin(kSamples), std::end(kSamples),
                                   [&](const Sample& sample) { return sample.file == name; });
    EXPECT_TRUE(known) << name;
  }
}

}  // namespace
}  // namespace dateline
