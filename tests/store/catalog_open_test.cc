// Opening: new, missing, foreign and newer databases, read-only places, readers beside a writer, full disks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>

#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;

void write_catalog_file(const TestFolder& folder, const std::string& bytes) {
  std::ofstream(folder.paths().catalog(), std::ios::binary | std::ios::trunc) << bytes;
}

Error open_error(const TestFolder& folder, Access access) {
  const auto catalog = Catalog::open(folder.paths(), access);
  EXPECT_FALSE(catalog.ok());
  return catalog.ok() ? Error{} : catalog.error();
}

TEST(OpeningACatalog, MakesANewOneWithAnIdThatStays) {
  const TestFolder folder;
  const ArchivePaths paths{folder.path() + "/new/archive?100%#1"};
  auto made = Catalog::open(paths, Access::kCreate);
  ASSERT_TRUE(made.ok()) << made.error().message;
  const std::string uuid = made->archive_uuid();
  EXPECT_THAT(uuid, MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_EQ(Catalog::open(paths, Access::kCreate)->archive_uuid(), uuid);
  EXPECT_EQ(Catalog::open(paths, Access::kRead)->archive_uuid(), uuid);
  EXPECT_NE(open_catalog(folder).archive_uuid(), uuid);
}

TEST(OpeningACatalog, TellsThatThereIsNone) {
  const TestFolder folder;
  for (const Access access : {Access::kRead, Access::kWrite}) {
    EXPECT_EQ(open_error(folder, access).code, ErrorCode::kArchiveMissing);
    EXPECT_FALSE(std::filesystem::exists(folder.paths().catalog())) << "a reader made a file";
  }
  write_catalog_file(folder, "");  // a creation that was killed
  for (const Access access : {Access::kRead, Access::kWrite}) {
    EXPECT_EQ(open_error(folder, access).code, ErrorCode::kArchiveMissing);
  }
  EXPECT_TRUE(Catalog::open(folder.paths(), Access::kCreate).ok());
}

TEST(OpeningACatalog, RefusesAFileThatIsNoDatabase) {
  const TestFolder folder;
  write_catalog_file(folder, std::string(10'000, 'x'));
  for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
    const Error error = open_error(folder, access);
    EXPECT_EQ(error.code, ErrorCode::kArchiveDamaged);
    EXPECT_THAT(error.message, HasSubstr("not a database"));
    EXPECT_THAT(error.message, HasSubstr(folder.paths().catalog()));
  }
  EXPECT_EQ(std::filesystem::file_size(folder.paths().catalog()), 10'000U) << "it was written to";
}

TEST(OpeningACatalog, RefusesADatabaseOfAnotherProgram) {
  for (const char* sql : {"CREATE TABLE bookmarks (url TEXT)", "CREATE TABLE meta (x); PRAGMA user_version = 1",
                          "PRAGMA user_version = 17", "PRAGMA application_id = 99; PRAGMA user_version = 1"}) {
    const TestFolder folder;
    execute_sql(folder.paths().catalog(), sql);
    for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
      const Error error = open_error(folder, access);
      EXPECT_EQ(error.code, ErrorCode::kArchiveDamaged) << sql;
      EXPECT_THAT(error.message, HasSubstr("not a catalog of Dateline")) << sql;
    }
  }
}

TEST(OpeningACatalog, RefusesANewerOne) {
  const TestFolder folder;
  { const Catalog catalog = open_catalog(folder); }
  execute_sql(folder.paths().catalog(), "PRAGMA user_version = 1000");
  for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
    const Error error = open_error(folder, access);
    EXPECT_EQ(error.code, ErrorCode::kArchiveVersion);
    EXPECT_THAT(error.message, HasSubstr("1000"));
  }
}

TEST(OpeningACatalog, RefusesOneWithoutItsIdOrTables) {
  for (const char* sql : {"DELETE FROM meta", "DROP TABLE meta"}) {
    const TestFolder folder;
    { const Catalog catalog = open_catalog(folder); }
    execute_sql(folder.paths().catalog(), sql);
    for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
      EXPECT_EQ(open_error(folder, access).code, ErrorCode::kArchiveDamaged) << sql;
    }
  }
}

TEST(OpeningACatalog, WorksWhereNothingCanBeWritten) {
  const TestFolder folder;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    put(catalog, "a");
    ASSERT_TRUE(catalog.commit().ok());
  }
  ASSERT_FALSE(std::filesystem::exists(folder.paths().catalog() + "-wal"));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {  // root may write everywhere: the child stops being root
    ::chmod(folder.paths().catalog().c_str(), 0444);
    ::chmod(folder.path().c_str(), 0555);
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    const auto catalog = Catalog::open(folder.paths(), Access::kRead);
    if (!catalog) ::_exit(3);
    const auto found = catalog->find_article("a");
    ::_exit(found && found->has_value() ? 0 : 4);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Meta, IsReadBack) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  EXPECT_FALSE(catalog.meta("language")->has_value());
  ASSERT_TRUE(catalog.begin().ok());
  ASSERT_TRUE(catalog.set_meta("language", "french").ok());
  ASSERT_TRUE(catalog.set_meta("language", "english").ok());
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_EQ(*catalog.meta("language"), "english");
}

TEST(Catalogs, ReadBesideEachOtherWhileOneWrites) {
  const TestFolder folder;
  Catalog writer = open_catalog(folder);
  const Catalog first = open_catalog(folder, Access::kRead);
  const Catalog second = open_catalog(folder, Access::kRead);
  for (int i = 0; i < 50; ++i) {
    const std::string key = "article " + std::to_string(i);
    ASSERT_TRUE(writer.begin().ok());
    put(writer, key);
    ASSERT_FALSE(first.find_article(key)->has_value()) << "an uncommitted article was seen";
    ASSERT_TRUE(writer.commit().ok());
    ASSERT_TRUE(first.find_article(key)->has_value());
    ASSERT_TRUE(second.find_article(key)->has_value());
    ASSERT_EQ(second.counts()->articles, static_cast<std::uint64_t>(i + 1));
  }
}

TEST(Catalogs, ForReadingRefuseToWrite) {
  const TestFolder folder;
  { const Catalog catalog = open_catalog(folder); }
  Catalog reader = open_catalog(folder, Access::kRead);
  ASSERT_TRUE(!reader.begin().ok() || !reader.set_meta("a", "b").ok());
}

TEST(Catalogs, TellThatTheDiskIsFullAndKeepWhatWasCommitted) {
  const TestFolder folder;
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    Catalog catalog = open_catalog(folder);
    const rlimit limit{2'000'000, 2'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ErrorCode code = ErrorCode::kInternal;
    for (int i = 0; i < 1000; ++i) {
      Result<void> done = catalog.begin();
      Article article = article_of("article " + std::to_string(i));
      article.text.assign(20'000, 'x');
      if (done) {
        auto id = catalog.put_article(article, 1, 1, {}, {});
        done = id ? catalog.commit() : Result<void>(id.error());
      }
      if (done) continue;
      code = done.error().code;
      if (!catalog.rollback().ok()) ::_exit(2);
      break;
    }
    const auto counts = catalog.counts();
    ::_exit(code == ErrorCode::kIo && counts && counts->articles > 10 ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  Catalog catalog = open_catalog(folder, Access::kWrite);
  EXPECT_THAT(*catalog.check(), IsEmpty());
  EXPECT_GT(catalog.counts()->articles, 10U);
  ASSERT_TRUE(catalog.begin().ok());
  put(catalog, "now there is space");
  EXPECT_TRUE(catalog.commit().ok());
}

}  // namespace
}  // namespace dateline
