// Reading bytes: gzip in all its shapes, whole, joined, cut and damaged.
#include "indexer/formats/byte_source.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::HasSubstr;

// The bytes up to the end or the error.
std::string drain(ByteSource& source, std::optional<Error>& error, std::size_t piece = 1000) {
  std::string all;
  std::string buffer(piece, '\0');
  while (true) {
    auto got = source.read(std::span(buffer));
    if (!got) {
      error = got.error();
      return all;
    }
    if (*got == 0) return all;
    all.append(buffer, 0, *got);
  }
}

std::string some_text(std::size_t bytes) {
  std::string text;
  for (std::size_t line = 0; text.size() < bytes; ++line) text += "line " + std::to_string(line * 7919 % 100003) + "\n";
  return text;
}

TEST(ByteSource, GivesAPlainFileAsItIs) {
  const FormatFolder folder;
  const std::string text = some_text(1'000'000);
  auto opened = open_source(folder.write("a.txt", text));
  ASSERT_TRUE(opened);
  EXPECT_FALSE(opened->compressed);
  EXPECT_EQ(opened->head, text.substr(0, 4096));
  std::optional<Error> error;
  EXPECT_EQ(drain(*opened->source, error), text);
  EXPECT_FALSE(error);
}

TEST(ByteSource, UndoesGzipWhateverTheFileIsCalled) {
  const FormatFolder folder;
  const std::string text = some_text(3'000'000);
  auto opened = open_source(folder.write("no-ending", gzip(text)));
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->compressed);
  EXPECT_EQ(opened->head, text.substr(0, 4096));
  std::optional<Error> error;
  EXPECT_EQ(drain(*opened->source, error, 100'000), text);
  EXPECT_FALSE(error);
}

TEST(ByteSource, ReadsJoinedGzipMembersAsOneFileAndPassesOverZeroPadding) {
  const FormatFolder folder;
  const std::string members = gzip("one\n") + gzip("") + gzip("two\n") + std::string(1000, '\0');
  auto opened = open_source(folder.write("joined.gz", members));
  ASSERT_TRUE(opened);
  std::optional<Error> error;
  EXPECT_EQ(drain(*opened->source, error), "one\ntwo\n");
  EXPECT_FALSE(error);
}

TEST(ByteSource, KeepsWhatStandsBeforeTheBreakOfATruncatedGzipFile) {
  const FormatFolder folder;
  const std::string text = some_text(2'000'000);
  const std::string whole = gzip(text);
  for (const std::size_t length : {whole.size() - 1, whole.size() - 8, whole.size() / 2, std::size_t{300}}) {
    auto opened = open_source(folder.write("cut.gz", whole.substr(0, length)));
    ASSERT_TRUE(opened) << length;
    std::optional<Error> error;
    const std::string got = drain(*opened->source, error);
    ASSERT_TRUE(error) << length;
    EXPECT_EQ(error->code, ErrorCode::kUnreadable);
    EXPECT_THAT(error->message, HasSubstr("truncated"));
    EXPECT_TRUE(text.starts_with(got)) << length;
    EXPECT_GE(got.size(), length > 300 ? text.size() / 3 : 0U) << length;
  }
}

TEST(ByteSource, SaysThatAGzipFileIsTruncatedWhenNothingCanBeRead) {
  const FormatFolder folder;
  for (const std::size_t length : {2, 5, 10}) {
    auto opened = open_source(folder.write("cut.gz", gzip("text").substr(0, length)));
    ASSERT_FALSE(opened) << length;
    EXPECT_EQ(opened.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(opened.error().message, HasSubstr("truncated"));
  }
}

TEST(ByteSource, NoticesAChangedByteByTheChecksum) {
  const FormatFolder folder;
  std::string bytes = gzip(some_text(100'000));
  bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 1);  // within the stored CRC-32
  auto opened = open_source(folder.write("damaged.gz", bytes));
  ASSERT_TRUE(opened);
  std::optional<Error> error;
  drain(*opened->source, error);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("damaged gzip data"));
}

TEST(ByteSource, DoesNotUnpackTwice) {
  const FormatFolder folder;
  const std::string inner = gzip("text");
  auto opened = open_source(folder.write("twice.gz", gzip(inner)));
  ASSERT_TRUE(opened);
  std::optional<Error> error;
  EXPECT_EQ(drain(*opened->source, error), inner);
}

TEST(ByteSource, RefusesFoldersAndPipesWithoutWaitingForThem) {
  const FormatFolder folder;
  ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
  for (const std::string& path : {folder.path(), folder.at("pipe"), std::string("/dev/null")}) {
    auto opened = open_source(path);
    ASSERT_FALSE(opened) << path;
    EXPECT_THAT(opened.error().message, HasSubstr("not a regular file"));
  }
}

TEST(ByteSource, SaysWhyAFileCannotBeOpened) {
  auto opened = open_source("/no/such/file");
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("cannot open: No such file"));
}

TEST(ByteSource, OpensAnEmptyFile) {
  const FormatFolder folder;
  auto opened = open_source(folder.write("empty.txt", ""));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->head, "");
}

}  // namespace
}  // namespace dateline
