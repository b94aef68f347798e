// Which archive is meant, and the keys of names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "shared/store/archive_paths.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NameKey, FoldsNamesToTheirWords) {
  EXPECT_EQ(name_key("Benjamin  Netanyahu’s"), "benjamin netanyahu");
  EXPECT_EQ(name_key("U.N."), "un");
  EXPECT_EQ(name_key("Al-Sisi"), "al sisi");
  EXPECT_EQ(name_key("Škoda Auto, a.s."), name_key("skoda AUTO as"));
  EXPECT_EQ(name_key(" … "), "");
}

TEST(NameKey, IsMadeOfItsWords) {
  EXPECT_THAT(name_words("al sisi"), ElementsAre("al", "sisi"));
  EXPECT_THAT(name_words(""), IsEmpty());
}

TEST(ArchivePaths, AreChosenByOptionThenEnvironmentThenHome) {
  ::setenv("HOME", "/house/someone", 1);
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("DATELINE_DB");
  EXPECT_EQ(choose_archive(std::nullopt).folder, "/house/someone/.local/share/dateline");
  ::setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
  EXPECT_EQ(choose_archive(std::nullopt).folder, "/house/someone/.local/share/dateline");
  ::setenv("XDG_DATA_HOME", "/data", 1);
  EXPECT_EQ(choose_archive(std::nullopt).folder, "/data/dateline");
  ::setenv("DATELINE_DB", "/archive/", 1);
  EXPECT_EQ(choose_archive(std::nullopt).folder, "/archive");
  EXPECT_EQ(choose_archive("db//").folder, "db");
  EXPECT_EQ(choose_archive("/").folder, "/");
  ::unsetenv("DATELINE_DB");
  ::unsetenv("XDG_DATA_HOME");
}

TEST(ArchivePaths, NameTheFilesOfAnArchive) {
  const ArchivePaths paths{"/a"};
  EXPECT_EQ(paths.catalog(), "/a/catalog.sqlite3");
  EXPECT_EQ(paths.xapian_generation(12), "/a/xapian/000012");
}

}  // namespace
}  // namespace dateline
