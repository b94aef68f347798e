// The lexicon: ids stay what they are, with and without the table on disk, whole or damaged.
#include "shared/columns/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "shared/columns/lexicon_hash.h"
#include "tests/columns/scratch_folder.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string stem_number(std::uint32_t number) {
  return "stem" + std::to_string(number * 7919U);
}

// Interns stems [first, last) and commits.
ColumnCommit add_stems(const std::string& folder, const ColumnCommit& last, std::uint32_t first, std::uint32_t end) {
  auto writer = LexiconWriter::open(folder, last);
  EXPECT_TRUE(writer.ok());
  for (std::uint32_t i = first; i < end; ++i) EXPECT_EQ(*writer->intern(stem_number(i)), i + kFirstLexiconId);
  auto commit = writer->commit();
  EXPECT_TRUE(commit.ok());
  return *commit;
}

void expect_all_found(const std::string& folder, const ColumnCommit& commit) {
  const auto reader = LexiconReader::open(folder, commit);
  ASSERT_TRUE(reader.ok()) << reader.error().message;
  ASSERT_EQ(reader->size(), commit.records);
  for (std::uint32_t i = 0; i < commit.records; ++i) {
    ASSERT_EQ(reader->find(stem_number(i)), i + kFirstLexiconId) << i;
    ASSERT_EQ(reader->stem_of(i + kFirstLexiconId), stem_number(i));
  }
  EXPECT_EQ(reader->find("unknown"), std::nullopt);
  EXPECT_EQ(reader->find(stem_number(static_cast<std::uint32_t>(commit.records))), std::nullopt);
}

TEST(Lexicon, GivesIdsInOrderOfFirstSightFromThree) {
  const ScratchFolder folder;
  auto writer = LexiconWriter::open(folder.path(), {});
  ASSERT_TRUE(writer.ok());
  EXPECT_EQ(*writer->intern("peac"), 3U);
  EXPECT_EQ(*writer->intern("war"), 4U);
  EXPECT_EQ(*writer->intern("peac"), 3U);
  EXPECT_EQ(*writer->intern(std::string(255, 'x')), 5U);
  EXPECT_EQ(*writer->intern(std::string_view("a\0b", 3)), 6U);
  EXPECT_EQ(writer->commit()->records, 4U);
}

TEST(Lexicon, RefusesEmptyAndOverlongStems) {
  const ScratchFolder folder;
  auto writer = LexiconWriter::open(folder.path(), {});
  EXPECT_FALSE(writer->intern("").ok());
  EXPECT_FALSE(writer->intern(std::string(256, 'x')).ok());
  EXPECT_EQ(*writer->intern("fine"), 3U);
}

TEST(Lexicon, HasNoStemsForMarksAndUnknownIds) {
  const ScratchFolder folder;
  const ColumnCommit commit = add_stems(folder.path(), {}, 0, 2);
  const auto reader = LexiconReader::open(folder.path(), commit);
  for (const std::uint32_t id : {0U, 1U, 2U, 5U, 4'294'967'295U}) EXPECT_EQ(reader->stem_of(id), "") << id;
}

TEST(Lexicon, HoldsTwoHundredThousandStemsOverManyOpenings) {
  const ScratchFolder folder;
  ColumnCommit commit = add_stems(folder.path(), {}, 0, 150'000);
  commit = add_stems(folder.path(), commit, 150'000, 150'001);
  commit = add_stems(folder.path(), commit, 150'001, 190'000);
  commit = add_stems(folder.path(), commit, 190'000, 200'000);
  expect_all_found(folder.path(), commit);
  EXPECT_THAT(check_lexicon(folder.path(), commit), IsEmpty());
  auto writer = LexiconWriter::open(folder.path(), commit);
  for (std::uint32_t i = 0; i < 200'000; ++i) ASSERT_EQ(*writer->intern(stem_number(i)), i + kFirstLexiconId);
  EXPECT_EQ(*writer->intern("new"), 200'000 + kFirstLexiconId);
}

TEST(Lexicon, WritesItsTableOnlyWhenTheTailHasGrownLong) {
  const ScratchFolder folder;
  const std::string table = lexicon_hash_path(folder.path(), 1);
  ColumnCommit commit = add_stems(folder.path(), {}, 0, 4000);
  EXPECT_FALSE(std::filesystem::exists(table));
  commit = add_stems(folder.path(), commit, 4000, 10'000);
  ASSERT_TRUE(std::filesystem::exists(table));
  const std::string before = read_file(table);
  commit = add_stems(folder.path(), commit, 10'000, 10'100);
  EXPECT_EQ(read_file(table), before);
  commit = add_stems(folder.path(), commit, 10'100, 20'000);
  EXPECT_NE(read_file(table), before);
  expect_all_found(folder.path(), commit);
}

struct Damage {
  const char* name;
  std::function<void(const std::string& table)> inflict;
  bool told_by_check;
};

TEST(Lexicon, WorksWithoutItsTableAndWithADamagedOne) {
  const std::vector<Damage> damages = {
      {"removed", [](const std::string& table) { std::filesystem::remove(table); }, false},
      {"emptied", [](const std::string& table) { write_file(table, ""); }, true},
      {"cut", [](const std::string& table) { std::filesystem::resize_file(table, 5000); }, true},
      {"magic", [](const std::string& table) { flip_byte(table, 0); }, true},
      {"version", [](const std::string& table) { flip_byte(table, 8); }, true},
      {"number of slots", [](const std::string& table) { flip_byte(table, 33); }, true},
      {"noise", [](const std::string& table) { write_file(table, std::string(100'000, '\xa5')); }, true},
  };
  for (const Damage& damage : damages) {
    SCOPED_TRACE(damage.name);
    const ScratchFolder folder;
    ColumnCommit commit = add_stems(folder.path(), {}, 0, 12'000);
    damage.inflict(lexicon_hash_path(folder.path(), 1));
    EXPECT_EQ(check_lexicon(folder.path(), commit).empty(), !damage.told_by_check);
    expect_all_found(folder.path(), commit);
    commit = add_stems(folder.path(), commit, 12'000, 12'001);  // the writer makes the table anew
    EXPECT_THAT(check_lexicon(folder.path(), commit), IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(lexicon_hash_path(folder.path(), 1)));
    expect_all_found(folder.path(), commit);
  }
}

TEST(Lexicon, IsNeverConfusedByWrongSlots) {
  const ScratchFolder folder;
  const ColumnCommit commit = add_stems(folder.path(), {}, 0, 12'000);
  const std::string table = lexicon_hash_path(folder.path(), 1);
  std::string bytes = read_file(table);
  for (std::size_t at = 64; at < bytes.size(); at += 8)
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);  // no slot is free, ids are wrong
  write_file(table, bytes);
  const auto reader = LexiconReader::open(folder.path(), commit);
  ASSERT_TRUE(reader.ok());
  for (std::uint32_t i = 0; i < 50; ++i) {
    const auto id = reader->find(stem_number(i));
    EXPECT_TRUE(!id || *id == i + kFirstLexiconId);
  }
  EXPECT_THAT(check_lexicon(folder.path(), commit), testing::Not(IsEmpty()));
}

TEST(Lexicon, ForgetsStemsThatACrashLeftEvenIfTheTableHasThem) {
  const ScratchFolder folder;
  const ColumnCommit first = add_stems(folder.path(), {}, 0, 6000);
  add_stems(folder.path(), first, 6000, 20'000);  // the table now covers these, but nobody recorded the commit
  {
    const auto reader = LexiconReader::open(folder.path(), first);
    EXPECT_EQ(reader->size(), 6000U);
    EXPECT_EQ(reader->find(stem_number(5999)), 5999 + kFirstLexiconId);
    EXPECT_EQ(reader->find(stem_number(6000)), std::nullopt);
  }
  auto writer = LexiconWriter::open(folder.path(), first);
  EXPECT_EQ(*writer->intern("another"), 6003U);
  for (std::uint32_t i = 0; i < 15'000; ++i) ASSERT_TRUE(writer->intern("other" + std::to_string(i)).ok());
  const auto second = writer->commit();
  const auto reader = LexiconReader::open(folder.path(), *second);
  EXPECT_EQ(reader->find("another"), 6003U);
  EXPECT_EQ(reader->find("other14999"), 6003U + 15'000U);
  EXPECT_EQ(reader->find(stem_number(7000)), std::nullopt);
  EXPECT_THAT(check_lexicon(folder.path(), *second), IsEmpty());
}

TEST(Lexicon, TakesNoTableOfAnotherLexicon) {
  const ScratchFolder folder;
  const ScratchFolder other;
  const ColumnCommit commit = add_stems(folder.path(), {}, 0, 6000);
  auto writer = LexiconWriter::open(other.path(), {});
  for (std::uint32_t i = 6000; i-- > 0;) ASSERT_TRUE(writer->intern(stem_number(i)).ok());  // same stems, other ids
  const auto other_commit = writer->commit();
  ASSERT_EQ(other_commit->data_bytes, commit.data_bytes);
  std::filesystem::copy_file(lexicon_hash_path(other.path(), 1), lexicon_hash_path(folder.path(), 1),
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(check_lexicon(folder.path(), commit), ElementsAre(HasSubstr("another lexicon")));
  expect_all_found(folder.path(), commit);
}

TEST(Lexicon, CheckFindsAStemThatIsThereTwice) {
  const ScratchFolder folder;
  auto column = ColumnWriter::open(folder.path(), kLexiconColumn, {});
  for (std::uint32_t i = 1; const char* stem : {"peac", "war", "peac"}) ASSERT_TRUE(column->append(i++, stem).ok());
  const auto commit = column->commit();
  EXPECT_THAT(check_lexicon(folder.path(), *commit), testing::SizeIs(1));
}

}  // namespace
}  // namespace dateline
