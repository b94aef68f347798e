// Columns: what was committed comes back, what was not is cut, and damage is told, never read out of bounds.
#include "shared/columns/column.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

#include "shared/columns/facet_record.h"
#include "tests/columns/scratch_folder.h"

namespace dateline {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kName = "sample";

ColumnCommit write_column(const std::string& folder, const std::vector<std::string>& records,
                          const ColumnCommit& last = {}) {
  auto writer = ColumnWriter::open(folder, kName, last);
  EXPECT_TRUE(writer.ok());
  auto docid = static_cast<std::uint32_t>(last.records);
  for (const std::string& record : records) EXPECT_TRUE(writer->append(++docid, record).ok());
  auto commit = writer->commit();
  EXPECT_TRUE(commit.ok());
  return *commit;
}

ColumnReader open_reader(const std::string& folder, const ColumnCommit& commit) {
  auto reader = ColumnReader::open(folder, kName, commit);
  EXPECT_TRUE(reader.ok()) << reader.error().message;
  return std::move(*reader);
}

TEST(Column, GivesBackWhatWasCommitted) {
  const ScratchFolder folder;
  const std::vector<std::string> records = {"one", "", std::string("a\0b", 3), std::string(1'000'000, 'x')};
  const ColumnCommit commit = write_column(folder.path(), records);
  const ColumnReader reader = open_reader(folder.path(), commit);
  ASSERT_EQ(reader.records(), 4U);
  for (std::uint32_t i = 0; i < 4; ++i) EXPECT_EQ(reader.record(i + 1), records[i]);
  EXPECT_THAT(check_column(folder.path(), kName, commit), IsEmpty());
}

TEST(Column, HasNothingUnderZeroAndBeyondTheEnd) {
  const ScratchFolder folder;
  const ColumnReader reader = open_reader(folder.path(), write_column(folder.path(), {"one"}));
  EXPECT_EQ(reader.record(0), "");
  EXPECT_EQ(reader.record(2), "");
  EXPECT_EQ(reader.record(4'294'967'295U), "");
}

TEST(Column, FillsGapsWithEmptyRecords) {
  const ScratchFolder folder;
  auto writer = ColumnWriter::open(folder.path(), kName, {});
  ASSERT_TRUE(writer.ok());
  ASSERT_TRUE(writer->append(3, "three").ok());
  ASSERT_TRUE(writer->append(7, "seven").ok());
  const auto commit = writer->commit();
  ASSERT_TRUE(commit.ok());
  EXPECT_EQ(commit->records, 7U);
  const ColumnReader reader = open_reader(folder.path(), *commit);
  EXPECT_EQ(reader.record(1), "");
  EXPECT_EQ(reader.record(3), "three");
  EXPECT_EQ(reader.record(6), "");
  EXPECT_EQ(reader.record(7), "seven");
  EXPECT_THAT(check_column(folder.path(), kName, *commit), IsEmpty());
}

TEST(Column, RefusesDocumentIdsThatDoNotRise) {
  const ScratchFolder folder;
  auto writer = ColumnWriter::open(folder.path(), kName, {});
  ASSERT_TRUE(writer->append(2, "two").ok());
  EXPECT_EQ(writer->append(2, "again").error().code, ErrorCode::kInternal);
  EXPECT_EQ(writer->append(1, "one").error().code, ErrorCode::kInternal);
}

TEST(Column, ContinuesItsChecksumsFromCommitToCommit) {
  const ScratchFolder in_steps;
  const ScratchFolder at_once;
  ColumnCommit commit;
  for (const char* record : {"one", "two", "three"}) commit = write_column(in_steps.path(), {record}, commit);
  EXPECT_EQ(commit, write_column(at_once.path(), {"one", "two", "three"}));
  EXPECT_THAT(check_column(in_steps.path(), kName, commit), IsEmpty());
}

TEST(Column, CutsWhatACrashLeftBeyondTheCommit) {
  const ScratchFolder folder;
  const ColumnCommit commit = write_column(folder.path(), {"one", "two"});
  append_to_file(column_data_path(folder.path(), kName, 1), "half a rec");
  append_to_file(column_index_path(folder.path(), kName, 1), std::string(13, '\x7f'));
  EXPECT_EQ(open_reader(folder.path(), commit).record(3), "");
  const ColumnCommit next = write_column(folder.path(), {"three"}, commit);
  EXPECT_EQ(read_file(column_data_path(folder.path(), kName, 1)), "onetwothree");
  EXPECT_EQ(open_reader(folder.path(), next).record(3), "three");
  EXPECT_THAT(check_column(folder.path(), kName, next), IsEmpty());
}

TEST(Column, DropsWhatWasAppendedButNeverCommitted) {
  const ScratchFolder folder;
  const ColumnCommit commit = write_column(folder.path(), {"one"});
  {
    auto writer = ColumnWriter::open(folder.path(), kName, commit);
    ASSERT_TRUE(writer->append(2, std::string(5'000'000, 'x')).ok());  // more than any buffer: partly in the file
  }
  auto writer = ColumnWriter::open(folder.path(), kName, commit);
  EXPECT_EQ(*writer->commit(), commit);
  EXPECT_EQ(read_file(column_data_path(folder.path(), kName, 1)), "one");
}

TEST(Column, ReadersKeepTheirRevisionWhileAWriterAppends) {
  const ScratchFolder folder;
  const ColumnCommit first = write_column(folder.path(), {"one", "two"});
  const ColumnReader before = open_reader(folder.path(), first);
  const ColumnCommit second = write_column(folder.path(), {"three"}, first);
  EXPECT_EQ(before.records(), 2U);
  EXPECT_EQ(before.record(2), "two");
  EXPECT_EQ(before.record(3), "");
  EXPECT_EQ(open_reader(folder.path(), first).record(3), "");
  EXPECT_EQ(open_reader(folder.path(), second).record(3), "three");
}

TEST(Column, SaysThatAFileIsDamagedWhenItIsShorterThanCommittedOrMissing) {
  for (const bool data : {true, false}) {
    for (const bool remove : {true, false}) {
      const ScratchFolder folder;
      const ColumnCommit commit = write_column(folder.path(), {"one", "two"});
      const std::string path =
          data ? column_data_path(folder.path(), kName, 1) : column_index_path(folder.path(), kName, 1);
      if (remove) {
        std::filesystem::remove(path);
      } else {
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
      }
      const auto reader = ColumnReader::open(folder.path(), kName, commit);
      ASSERT_FALSE(reader.ok());
      EXPECT_EQ(reader.error().code, ErrorCode::kArchiveDamaged);
      EXPECT_THAT(reader.error().message, HasSubstr(path));
      EXPECT_THAT(reader.error().hint, HasSubstr("rebuild"));
      const auto writer = ColumnWriter::open(folder.path(), kName, commit);
      ASSERT_FALSE(writer.ok());
      EXPECT_EQ(writer.error().code, ErrorCode::kArchiveDamaged);
      EXPECT_EQ(check_column(folder.path(), kName, commit).size(), 1U);
    }
  }
}

TEST(Column, CheckFindsEveryFlippedByte) {
  const ScratchFolder folder;
  const ColumnCommit commit = write_column(folder.path(), {"one", "", "three", "four"});
  for (const std::string& path :
       {column_data_path(folder.path(), kName, 1), column_index_path(folder.path(), kName, 1)}) {
    const std::size_t size = std::filesystem::file_size(path);
    for (std::size_t at = 0; at < size; ++at) {
      flip_byte(path, at);
      EXPECT_THAT(check_column(folder.path(), kName, commit), testing::Not(IsEmpty())) << path << " " << at;
      flip_byte(path, at);
    }
  }
  EXPECT_THAT(check_column(folder.path(), kName, commit), IsEmpty());
}

TEST(Column, NeverReadsOutOfBoundsWithADamagedIndex) {
  const ScratchFolder folder;
  const std::vector<std::string> records(50, "0123456789");
  const ColumnCommit commit = write_column(folder.path(), records);
  const std::string path = column_index_path(folder.path(), kName, 1);
  std::string index = read_file(path);
  std::mt19937 random(42);
  for (int round = 0; round < 200; ++round) {
    std::string damaged = index;
    for (int i = 0; i < 20; ++i) damaged[random() % (damaged.size() - 8)] = static_cast<char>(random());
    write_file(path, damaged);
    const ColumnReader reader = open_reader(folder.path(), commit);
    std::size_t bytes = 0;
    for (std::uint32_t docid = 0; docid <= 51; ++docid) {
      for (const char c : reader.record(docid)) bytes += static_cast<unsigned char>(c) != 0 ? 1 : 0;
    }
    EXPECT_LE(bytes, std::size_t{51} * commit.data_bytes);
  }
}

TEST(Column, OpensWithoutFilesWhereNothingWasCommitted) {
  const ScratchFolder folder;
  EXPECT_EQ(open_reader(folder.path(), {}).record(1), "");
  EXPECT_THAT(check_column(folder.path(), kName, {}), IsEmpty());
}

TEST(Column, KeepsGenerationsApart) {
  const ScratchFolder folder;
  const ColumnCommit first = write_column(folder.path(), {"old"});
  ColumnCommit fresh;
  fresh.generation = 2;
  const ColumnCommit second = write_column(folder.path(), {"new"}, fresh);
  EXPECT_EQ(open_reader(folder.path(), first).record(1), "old");
  EXPECT_EQ(open_reader(folder.path(), second).record(1), "new");
  EXPECT_EQ(column_data_path("/a", "tokens", 12), "/a/tokens.000012.data");
}

TEST(Column, TellsThatTheDiskIsFull) {
  const ScratchFolder folder;
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {  // a limit on file sizes gives EFBIG, by the same way as ENOSPC
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100'000, 100'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto writer = ColumnWriter::open(folder.path(), kName, {});
    bool failed = false;
    for (std::uint32_t docid = 1; docid <= 50 && !failed; ++docid)
      failed = !writer->append(docid, std::string(10'000, 'x'));
    const auto commit = writer->commit();
    const bool told = !commit.ok() && (failed || commit.error().code == ErrorCode::kIo);
    ::_exit(told && !writer->append(60, "x").ok() ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(ColumnCommit, IsReadBackFromItsText) {
  const ColumnCommit commit{3, 25'000, 1'640'000, 0x9f3a0001, 0x77c1};
  EXPECT_EQ(encode(commit), "3 25000 1640000 9f3a0001 000077c1");
  const auto decoded = decode_column_commit(encode(commit));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, commit);
}

TEST(ColumnCommit, RefusesWhatItDidNotWrite) {
  for (const char* text :
       {"", "1", "1 2 3 4", "1 2 3 4 5 ", "1 2 3 4 5 6", "1  2 3 4 5", " 1 2 3 4 5", "x 2 3 4 5", "-1 2 3 4 5",
        "1 2 3 4 g", "1 99999999999 3 4 5", "1 2 99999999999999999999999 4 5", "1 0 7 0 0"}) {
    const auto decoded = decode_column_commit(text);
    ASSERT_FALSE(decoded.ok()) << text;
    EXPECT_EQ(decoded.error().code, ErrorCode::kArchiveDamaged);
  }
}

TEST(FacetRecord, GivesBackItsDateAndIds) {
  const std::array<FacetId, 3> ids = {8, 9, 4'000'000'000U};
  const std::string bytes = encode_facet_record(1'036'560, ids);
  const FacetRecord record(bytes);
  EXPECT_EQ(record.date(), 1'036'560U);
  ASSERT_EQ(record.size(), 3U);
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(record[i], ids[i]);
  EXPECT_EQ(FacetRecord("").size(), 0U);
  EXPECT_EQ(FacetRecord("abc").date(), 0U);
  EXPECT_EQ(FacetRecord(std::string_view(bytes).substr(0, 11)).size(), 1U);
}

}  // namespace
}  // namespace dateline
