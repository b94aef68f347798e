// shared/base/files.h
#include "shared/base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "dateline-files-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }
  void write(std::string_view name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string content(std::string_view name) const { return read_whole_file(path(name)).value(); }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(Files, ErrorsNameTheFileTheReasonAndWhatToDo) {
  const auto full = io_error("cannot write", "/a/b", ENOSPC);
  EXPECT_EQ(full.code, ErrorCode::kIo);
  EXPECT_NE(full.message.find("cannot write /a/b: "), std::string::npos);
  EXPECT_NE(full.hint.find("free space"), std::string::npos);
  EXPECT_EQ(io_error("cannot open", "x", ENOENT).code, ErrorCode::kNotFound);
  EXPECT_NE(io_error("cannot open", "x", EACCES).hint, full.hint);
}

TEST_F(Files, ReadsAWholeFileOfAnySize) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{1000001}}) {
    const std::string bytes(size, 'x');
    write("a", bytes);
    EXPECT_EQ(content("a"), bytes);
  }
  EXPECT_FALSE(read_whole_file("/proc/self/status").value().empty());  // its size is said to be 0
  EXPECT_EQ(read_whole_file(path("missing")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_whole_file(folder_.string()).error().code, ErrorCode::kIo);
}

TEST_F(Files, MapsAFileAndKeepsTheBytesWhenMoved) {
  write("a", "mapped bytes");
  auto first = MappedFile::open(path("a")).value();
  const char* const at = first.bytes().data();
  MappedFile second = std::move(first);
  EXPECT_EQ(second.bytes(), "mapped bytes");
  EXPECT_EQ(second.bytes().data(), at);
  fs::remove(path("a"));
  EXPECT_EQ(second.bytes(), "mapped bytes");
}

TEST_F(Files, MapsAnEmptyFileAsNoBytes) {
  write("a", "");
  EXPECT_TRUE(MappedFile::open(path("a")).value().bytes().empty());
}

TEST_F(Files, RefusesToMapWhatIsNoFile) {
  EXPECT_EQ(MappedFile::open(path("missing")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(MappedFile::open(folder_.string()).error().code, ErrorCode::kIo);
}

TEST_F(Files, AppendFileCutsWhatACrashLeft) {
  write("a", "committed and more");
  auto file = AppendFile::open(path("a"), 9).value();
  EXPECT_EQ(content("a"), "committed");
  EXPECT_TRUE(file.append("!").ok());
  EXPECT_EQ(file.length(), 10U);
  EXPECT_TRUE(file.sync().ok());
  EXPECT_EQ(content("a"), "committed!");
}

TEST_F(Files, AppendFileRefusesAFileThatIsTooShort) {
  write("a", "short");
  const auto file = AppendFile::open(path("a"), 6);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kArchiveDamaged);
  EXPECT_NE(file.error().message.find(path("a")), std::string::npos);
  EXPECT_EQ(content("a"), "short");
}

TEST_F(Files, AppendFileShowsItsBytesAfterFlushAndGoesOnWhenMoved) {
  auto first = AppendFile::open(path("a"), 0).value();
  std::string expected;
  for (int i = 0; i < 100000; ++i) {
    const std::string part = std::to_string(i) + ";";
    ASSERT_TRUE(first.append(part).ok());
    expected += part;
  }
  AppendFile second = std::move(first);
  EXPECT_EQ(second.length(), expected.size());
  EXPECT_LT(content("a").size(), expected.size());
  ASSERT_TRUE(second.flush().ok());
  EXPECT_EQ(content("a"), expected);
}

TEST_F(Files, AppendFileReportsAFullDisk) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  auto file = AppendFile::open("/dev/full", 0);
  ASSERT_TRUE(file.ok()) << file.error().message;
  ASSERT_TRUE(file->append("bytes").ok());
  const auto failed = file->flush();
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kIo);
}

TEST_F(Files, ReplaceLeavesOneFileWithTheNewBytesAndTheOldRights) {
  write("a", "old");
  fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(replace_file(path("a"), "new bytes").ok());
  EXPECT_EQ(content("a"), "new bytes");
  EXPECT_EQ(files(), 1U);
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, ReplaceThatFailsLeavesTheOldBytesAndNoLeavings) {
  EXPECT_EQ(replace_file(path("missing/a"), "x").error().code, ErrorCode::kNotFound);
  fs::create_directory(path("full"));
  write("full/inside", "x");
  EXPECT_FALSE(replace_file(path("full"), "x").ok());  // a folder cannot be replaced by a file
  EXPECT_TRUE(fs::exists(path("full/inside")));
  EXPECT_EQ(files(), 1U);
}

TEST_F(Files, ReadersSeeTheOldOrTheNewBytesNeverAMixture) {
  const std::string old_bytes(200000, 'a');
  const std::string new_bytes(300000, 'b');
  write("a", old_bytes);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; i < 60; ++i) {
      if (!replace_file(path("a"), i % 2 == 0 ? new_bytes : old_bytes).ok()) ADD_FAILURE();
    }
    done = true;
  });
  bool whole = true;
  while (!done) {
    const auto bytes = read_whole_file(path("a"));
    whole = whole && bytes.ok() && (*bytes == old_bytes || *bytes == new_bytes);
  }
  writer.join();
  EXPECT_TRUE(whole);
}

TEST_F(Files, RemovesTreesAndIsContentWhereNoneIs) {
  fs::create_directories(path("t/u/v"));
  write("t/u/file", "x");
  EXPECT_TRUE(remove_tree(path("t")).ok());
  EXPECT_EQ(files(), 0U);
  EXPECT_TRUE(remove_tree(path("t")).ok());
}

TEST_F(Files, SyncsFoldersAndSaysWhenThereIsNone) {
  EXPECT_TRUE(sync_folder(folder_.string()).ok());
  EXPECT_EQ(sync_folder(path("missing")).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline
