// Archives and compressed files: what is in them is read as if it lay beside them, and bombs end early.
#include "indexer/formats/read_articles.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

struct File {
  std::string name, content;
};

// Packs with libarchive, as tar(1) and zip(1) would.
std::string pack(const std::vector<File>& files, const std::function<void(archive*)>& choose_format) {
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  choose_format(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  EXPECT_EQ(archive_write_open_memory(writer, out.data(), out.size(), &used), ARCHIVE_OK);
  for (const File& file : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << archive_error_string(writer);
    archive_write_data(writer, file.content.data(), file.content.size());
    archive_entry_free(entry);
  }
  EXPECT_EQ(archive_write_close(writer), ARCHIVE_OK) << archive_error_string(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::string tar(const std::vector<File>& files) {
  return pack(files, [](archive* writer) { archive_write_set_format_pax_restricted(writer); });
}
std::string zip(const std::vector<File>& files) {
  return pack(files, [](archive* writer) { archive_write_set_format_zip(writer); });
}
std::string compressed(const std::string& bytes, int (*add_filter)(archive*)) {
  return pack({{"data", bytes}}, [&](archive* writer) {
    archive_write_set_format_raw(writer);
    add_filter(writer);
  });
}

struct Read {
  std::vector<std::string> paths;  // of records, in order
  std::vector<Rejection> rejections;
};

Read read(const std::string& path, const ReadLimits& limits = {}) {
  Read out;
  const RecordSink sink{
      .record = [&](RawRecord&& record) { return out.paths.push_back(record.path), true; },
      .rejection = [&](Rejection&& found) { return out.rejections.push_back(std::move(found)), true; }};
  if (auto done = read_articles(path, limits, nullptr, sink); !done) out.rejections.push_back({path, 0, done.error()});
  return out;
}

const std::string kStory = "Talks resume\n\nNegotiators met in Doha on Friday.\n";
const std::string kLines = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n";

TEST(Archives, AreReadInTheirOrderAndNameTheirMembers) {
  const FormatFolder folder;
  for (const auto& [name, bytes] : {std::pair("a.zip", zip({{"b/story.txt", kStory}, {"a.jsonl", kLines}})),
                                    std::pair("a.tar", tar({{"b/story.txt", kStory}, {"a.jsonl", kLines}})),
                                    std::pair("a.tgz", gzip(tar({{"b/story.txt", kStory}, {"a.jsonl", kLines}})))}) {
    const std::string path = folder.write(name, bytes);
    const Read found = read(path);
    EXPECT_THAT(found.paths, ElementsAre(path + "!/b/story.txt", path + "!/a.jsonl", path + "!/a.jsonl"));
    EXPECT_THAT(found.rejections, SizeIs(0));
  }
}

TEST(CompressedFiles, AreReadAsTheFileThatTheyHold) {
  const FormatFolder folder;
  for (const auto& [ending, add_filter] :
       {std::pair(".xz", &archive_write_add_filter_xz), std::pair(".bz2", &archive_write_add_filter_bzip2),
        std::pair(".zst", &archive_write_add_filter_zstd)}) {
    const std::string path = folder.write(std::string("lines.jsonl") + ending, compressed(kLines, add_filter));
    EXPECT_THAT(read(path).paths, ElementsAre(path, path)) << ending;
    const std::string inside = folder.write("inside.zip", zip({{"lines", compressed(kLines, add_filter)}}));
    EXPECT_THAT(read(inside).paths, ElementsAre(inside + "!/lines", inside + "!/lines")) << ending;
  }
}

TEST(Archives, PassOverHiddenMembers) {
  const FormatFolder folder;
  const std::string path = folder.write(
      "a.zip", zip({{".git/config", "x"}, {"__MACOSX/a.txt", "x"}, {".DS_Store", "x"}, {"a.txt", kStory}}));
  EXPECT_THAT(read(path).paths, ElementsAre(path + "!/a.txt"));
}

TEST(Archives, WithinArchivesAreReadDownToABound) {
  const FormatFolder folder;
  std::string bytes = zip({{"story.txt", kStory}});
  for (int level = 2; level <= 4; ++level) bytes = tar({{"inner", bytes}});
  const std::string four = folder.write("four", bytes);
  EXPECT_THAT(read(four).paths, ElementsAre(four + "!/inner!/inner!/inner!/story.txt"));
  const std::string five = folder.write("five", zip({{"inner", bytes}}));
  const Read found = read(five);
  EXPECT_THAT(found.paths, SizeIs(0));
  ASSERT_THAT(found.rejections, SizeIs(1));
  EXPECT_THAT(found.rejections.front().error.message, HasSubstr("nested more than 4 deep"));
}

TEST(Archives, ThatUnpackToManyTimesTheirSizeEndWithAReason) {
  const FormatFolder folder;
  const ReadLimits limits{.unpacked_ratio = 50, .unpacked_bytes_unchecked = 100'000};
  const std::string many(4'000'000, 'a');
  for (const std::string& bytes : {zip({{"a.txt", many}}), gzip(many), compressed(many, archive_write_add_filter_xz),
                                   zip({{"a.gz", gzip(many)}})}) {
    const Read found = read(folder.write("bomb", bytes), limits);
    ASSERT_THAT(found.rejections, SizeIs(1));
    EXPECT_THAT(found.rejections.front().error.message, HasSubstr("bomb"));
    EXPECT_THAT(found.paths, SizeIs(0));
  }
}

TEST(Archives, ThatAreDamagedGiveWhatCameBefore) {
  const FormatFolder folder;
  std::string noise;
  for (std::uint32_t i = 0, state = 1; i < 40'000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>('a' + (state >> 24U) % 26);
  }
  const std::string whole = tar({{"a.txt", kStory}, {"b.txt", noise}});
  const std::string path = folder.write("cut.tar", whole.substr(0, whole.size() / 2));
  const Read found = read(path);
  EXPECT_THAT(found.paths, ElementsAre(path + "!/a.txt"));
  EXPECT_FALSE(found.rejections.empty());
}

TEST(Archives, OfOfficeProgramsAreNoArchivesOfArticles) {
  const FormatFolder folder;
  const Read found = read(folder.write("letter.docx", zip({{"[Content_Types].xml", "<x/>"}, {"word/a.xml", "<x/>"}})));
  ASSERT_THAT(found.rejections, SizeIs(1));
  EXPECT_THAT(found.rejections.front().error.message, HasSubstr("Word"));
}

TEST(Archives, StopWhenNothingMoreIsWanted) {
  const FormatFolder folder;
  const std::string path = folder.write("a.zip", zip({{"a.jsonl", kLines}, {"b.jsonl", kLines}}));
  int seen = 0;
  const RecordSink sink{.record = [&](RawRecord&&) { return ++seen < 2; },
                        .rejection = [](Rejection&&) { return true; }};
  EXPECT_TRUE(read_articles(path, {}, nullptr, sink).ok());
  EXPECT_EQ(seen, 2);
}

TEST(FileOfPath, IsTheArchiveThatIsThere) {
  const FormatFolder folder;
  const std::string path = folder.write("a.zip", "x");
  EXPECT_EQ(file_of_path(path + "!/b/c.txt"), path);
  EXPECT_EQ(file_of_path(path), path);
  EXPECT_EQ(file_of_path("/no/such!/file"), "/no/such!/file");
}

}  // namespace
}  // namespace dateline
