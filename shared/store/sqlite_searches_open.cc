// Making, migrating and checking the database; and what happens where it does not fit the catalog beside it.
#include "shared/store/sqlite_searches_open.h"

#include <sys/stat.h>

#include "schema/fields.h"
#include "schema/searches.h"  // generated from schema/searches/*.sql
#include "shared/base/strings.h"

namespace dateline {
namespace {

static_assert(std::size(kSearchesMigrations) == kSearchesVersion);

constexpr SqliteRole kRole = {.what = "saved searches",
                              .mend =
                                  "restore searches.sqlite3 from a backup, or move it away: the articles do not "
                                  "depend on it"};
// "DLNS": see https://www.sqlite.org/fileformat.html, offset 68.
constexpr std::int64_t kApplicationId = 0x444C4E53;

bool has_bytes(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

// 0 for a database without tables.
Result<std::int64_t> version_of(const SqliteDb& db) {
  auto version = db.number("PRAGMA user_version");
  if (!version) return version;
  const auto application = db.number("PRAGMA application_id");
  if (!application) return application;
  const auto tables = db.number("SELECT count(*) FROM sqlite_master");
  if (!tables) return tables;
  if (*version == 0 && *tables == 0) return std::int64_t{0};
  if (*application != kApplicationId || *version < 1) {
    return Error{ErrorCode::kArchiveDamaged, concat({db.path(), " does not hold saved searches of Dateline"}),
                 "move it away"};
  }
  if (*version > kSearchesVersion) {
    return Error{ErrorCode::kArchiveVersion,
                 concat({"saved searches ", db.path(), " have version ", std::to_string(*version),
                         ", this program knows ", std::to_string(kSearchesVersion)}),
                 "use the newer Dateline that made them"};
  }
  return version;
}

// In one transaction, looking again inside it: another program may have been faster.
Result<void> bring_up_to_date(const SqliteDb& db) {
  return in_transaction(db, [&]() -> Result<void> {
    const auto version = version_of(db);
    if (!version) return version.error();
    for (auto i = static_cast<std::size_t>(*version); i < std::size(kSearchesMigrations); ++i) {
      if (auto done = db.execute(std::string(kSearchesMigrations[i].sql)); !done) return done;
    }
    return db.execute(concat({"PRAGMA application_id = ", std::to_string(kApplicationId),
                              "; PRAGMA user_version = ", std::to_string(kSearchesVersion)}));
  });
}

// Another catalog: nothing of what is kept was of its articles.
Result<void> begin_anew(const SqliteDb& db, std::string_view archive, ArchiveMark end) {
  auto done = db.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('archive', ?)", archive);
  if (done) done = db.run("DELETE FROM alerts");
  if (!done) return done;
  return db.run("UPDATE searches SET born_article = ?, looked_seq = ?, run_article = 0", end.article, end.seq);
}

// An older backup of the catalog: ids beyond its end will be given again.
Result<void> cut_to(const SqliteDb& db, ArchiveMark end) {
  auto done = db.run("DELETE FROM alerts WHERE article_id > ?", end.article);
  if (!done) return done;
  return db.run(
      "UPDATE searches SET born_article = min(born_article, ?), looked_seq = min(looked_seq, ?), run_article = "
      "min(run_article, ?)",
      end.article, end.seq, end.article);
}

Result<void> fit_to_catalog(const SqliteDb& db, std::string_view archive, ArchiveMark end) {
  const auto same = db.number("SELECT count(*) FROM meta WHERE name = 'archive' AND value = ?", archive);
  if (!same) return same.error();
  const auto beyond = db.number(
      "SELECT count(*) FROM searches WHERE looked_seq > ? OR max(born_article, run_article) > ?", end.seq, end.article);
  if (!beyond) return beyond.error();
  if (*same != 0 && *beyond == 0) return {};
  return in_transaction(db, [&] { return *same == 0 ? begin_anew(db, archive, end) : cut_to(db, end); });
}

}  // namespace

Result<std::unique_ptr<SqliteDb>> open_searches_to_read(const ArchivePaths& paths) {
  const std::string path = paths.searches();
  if (!has_bytes(path)) return std::unique_ptr<SqliteDb>();
  for (const SqliteMode mode : {SqliteMode::kRead, SqliteMode::kReadImmutable}) {
    auto db = SqliteDb::open(path, mode, kRole);
    if (!db) return db;
    const auto version = version_of(**db);
    if (version && *version == 0) return std::unique_ptr<SqliteDb>();
    if (version && *version == kSearchesVersion) return db;
    // Where we may not write there is no -shm file to be made; without a WAL all is in the file.
    const bool other_way =
        mode == SqliteMode::kRead && !version && version.error().code == ErrorCode::kIo && !has_bytes(path + "-wal");
    if (!other_way && !version) return version.error();
  }
  return Error{ErrorCode::kArchiveVersion, concat({"saved searches ", path, " were made by an older Dateline"}),
               "save a search to bring them up to date"};
}

Result<std::unique_ptr<SqliteDb>> open_searches_to_write(const ArchivePaths& paths, std::string_view archive,
                                                         ArchiveMark end) {
  auto db = SqliteDb::open(paths.searches(), SqliteMode::kCreate, kRole);
  if (!db) return db;
  auto version = version_of(**db);
  if (!version) return std::move(version).error();
  auto done = (*db)->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  if (done && *version < kSearchesVersion) done = bring_up_to_date(**db);
  if (done) done = fit_to_catalog(**db, archive, end);
  if (!done) return std::move(done).error();
  return db;
}

}  // namespace dateline
