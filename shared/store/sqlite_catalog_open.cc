// Opening, creating and migrating catalog.sqlite3.
#include <sys/random.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include "schema/fields.h"
#include "schema/migrations.h"  // generated from schema/migrations/*.sql
#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

static_assert(std::size(kMigrations) == kCatalogVersion, "kCatalogVersion is the number of migrations");

// "DLNE": tells our files from those of other programs (https://www.sqlite.org/fileformat.html, offset 68).
constexpr std::int64_t kApplicationId = 0x444C4E45;

struct Header {
  std::int64_t application = 0;
  std::int64_t version = 0;
  bool empty = false;  // no table at all: a creation that did not get far
};

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

bool is_empty_or_missing(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || status.st_size == 0;
}

Error missing_archive(const std::string& folder) {
  return {ErrorCode::kArchiveMissing, concat({"there is no archive at ", folder}),
          concat({"make one with dateline-index --db ", folder, " PATH, or name another with --db"})};
}

Result<Header> read_header(const SqliteDb& db) {
  Header header;
  auto version = db.number("PRAGMA user_version");
  if (!version) return std::move(version).error();
  auto application = db.number("PRAGMA application_id");
  if (!application) return std::move(application).error();
  header.version = *version;
  header.application = *application;
  if (header.version == 0) {
    auto tables = db.number("SELECT count(*) FROM sqlite_master");
    if (!tables) return std::move(tables).error();
    header.empty = *tables == 0;
  }
  return header;
}

Result<void> check_header(const Header& header, const SqliteDb& db) {
  if (header.application != kApplicationId || header.version < 1) {
    return Error{ErrorCode::kArchiveDamaged,
                 concat({db.path(), " is an SQLite database, but not a catalog of Dateline"}),
                 "name the archive's folder with --db"};
  }
  if (header.version > kCatalogVersion) {
    return Error{ErrorCode::kArchiveVersion,
                 concat({"catalog ", db.path(), " has version ", std::to_string(header.version),
                         ", this program knows ", std::to_string(kCatalogVersion)}),
                 "use the newer Dateline that made it"};
  }
  return {};
}

Result<std::string> read_uuid(const SqliteDb& db) {
  auto statement = db.query("SELECT value FROM meta WHERE name = 'archive'");
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return damaged_catalog(concat({"catalog ", db.path(), " has no archive id"}));
  return statement.string(0);
}

// RFC 9562, version 4.
Result<std::string> random_uuid() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return Error{ErrorCode::kIo, "the system gave no random bytes for the archive's id"};
  }
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string uuid;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid.push_back('-');
    uuid.push_back(kDigits[bytes[i] >> 4U]);
    uuid.push_back(kDigits[bytes[i] & 0x0fU]);
  }
  return uuid;
}

Result<void> run_migrations(const SqliteDb& db, std::int64_t from) {
  for (auto i = static_cast<std::size_t>(from); i < std::size(kMigrations); ++i) {
    if (auto done = db.execute(std::string(kMigrations[i].sql)); !done) return done;
  }
  return db.execute(concat({"PRAGMA user_version = ", std::to_string(kCatalogVersion)}));
}

Result<void> create_tables(const SqliteDb& db) {
  auto uuid = random_uuid();
  if (!uuid) return std::move(uuid).error();
  if (auto done = run_migrations(db, 0); !done) return done;
  if (auto done = db.execute(concat({"PRAGMA application_id = ", std::to_string(kApplicationId)})); !done) return done;
  return db.run("INSERT INTO meta (name, value) VALUES ('archive', ?)", std::string_view(*uuid));
}

// In one transaction, looking again inside it: another program may have been faster. Closing rolls back what failed.
Result<void> bring_up_to_date(const SqliteDb& db) {
  if (auto done = db.execute("BEGIN IMMEDIATE"); !done) return done;
  auto header = read_header(db);
  if (!header) return std::move(header).error();
  Result<void> done = header->empty                       ? create_tables(db)
                      : header->version < kCatalogVersion ? run_migrations(db, header->version)
                                                          : Result<void>();
  if (!done) return done;
  return db.execute("COMMIT");
}

// The WAL may grow to 64 MB (16,384 pages) before it is copied back: pages that many articles touch are copied once.
Result<void> prepare_for_writing(const SqliteDb& db) {
  return db.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;"
      "PRAGMA wal_autocheckpoint = 16384; PRAGMA temp_store = MEMORY");
}

Result<OpenedCatalog> open_to_write(const ArchivePaths& paths, Access access) {
  const bool create = access == Access::kCreate;
  auto db = SqliteDb::open(paths.catalog(), create ? SqliteMode::kCreate : SqliteMode::kWrite);
  if (!db) return std::move(db).error();
  auto header = read_header(**db);
  if (!header) return std::move(header).error();
  if (header->empty && !create) return missing_archive(paths.folder);
  if (!header->empty) {
    if (auto fits = check_header(*header, **db); !fits) return std::move(fits).error();
  }
  if (auto done = prepare_for_writing(**db); !done) return std::move(done).error();
  if (header->version < kCatalogVersion) {
    if (auto done = bring_up_to_date(**db); !done) return std::move(done).error();
  }
  auto uuid = read_uuid(**db);
  if (!uuid) return std::move(uuid).error();
  return OpenedCatalog{std::move(*db), std::move(*uuid)};
}

Result<OpenedCatalog> open_to_read(const ArchivePaths& paths, SqliteMode mode) {
  auto db = SqliteDb::open(paths.catalog(), mode);
  if (!db) return std::move(db).error();
  auto header = read_header(**db);
  if (!header) return std::move(header).error();
  if (header->empty) return missing_archive(paths.folder);
  if (auto fits = check_header(*header, **db); !fits) return std::move(fits).error();
  if (header->version < kCatalogVersion) {
    return Error{ErrorCode::kArchiveVersion, concat({"catalog ", paths.catalog(), " was made by an older Dateline"}),
                 concat({"run: dateline-index --db ", paths.folder, " rebuild"})};
  }
  auto uuid = read_uuid(**db);
  if (!uuid) return std::move(uuid).error();
  return OpenedCatalog{std::move(*db), std::move(*uuid)};
}

}  // namespace

Result<OpenedCatalog> open_catalog(const ArchivePaths& paths, Access access) {
  if (access == Access::kCreate) {
    std::error_code failure;
    std::filesystem::create_directories(paths.folder, failure);
    if (failure) return io_error("cannot create the archive's folder", paths.folder, failure.value());
  } else if (!exists(paths.catalog())) {
    return missing_archive(paths.folder);
  }
  if (access != Access::kRead) return open_to_write(paths, access);
  auto opened = open_to_read(paths, SqliteMode::kRead);
  // A WAL database needs its -shm file, which cannot be made where we may not write. Without a WAL all is in the main
  // file. On a read-only medium nobody can change that; elsewhere another user's writer could, but for as long as one
  // writes there is a WAL, and so this is not the way taken.
  if (!opened && opened.error().code == ErrorCode::kIo && is_empty_or_missing(paths.catalog() + "-wal")) {
    return open_to_read(paths, SqliteMode::kReadImmutable);
  }
  return opened;
}

}  // namespace dateline
