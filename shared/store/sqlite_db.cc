// SQLite's calls behind SqliteDb and Statement.
#include "shared/store/sqlite_db.h"

#include <cassert>
#include <cerrno>
#include <utility>

#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr int kBusyMilliseconds = 5000;

// A path as SQLite's URI wants it (https://www.sqlite.org/uri.html): '?', '#' and '%' escaped.
std::string to_uri(const std::string& path, std::string_view parameters) {
  std::string uri = "file:";
  for (const char c : path) {
    switch (c) {
      case '?':
        uri += "%3f";
        break;
      case '#':
        uri += "%23";
        break;
      case '%':
        uri += "%25";
        break;
      default:
        uri += c;
    }
  }
  return uri.append(parameters);
}

int flags_of(SqliteMode mode) {
  switch (mode) {
    case SqliteMode::kRead:
      return SQLITE_OPEN_READONLY;
    case SqliteMode::kReadImmutable:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case SqliteMode::kWrite:
      return SQLITE_OPEN_READWRITE;
    case SqliteMode::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

// SQLite takes a null pointer for NULL, also where the length is 0.
const char* pointer_of(std::string_view bytes) {
  return bytes.data() == nullptr ? "" : bytes.data();
}

ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::kLocked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
      return ErrorCode::kArchiveDamaged;
    case SQLITE_ERROR:
      return ErrorCode::kArchiveDamaged;  // our SQL is fixed: a table is missing or another's
    case SQLITE_TOOBIG:
      return ErrorCode::kUnreadable;
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return ErrorCode::kInternal;
    default:
      return ErrorCode::kIo;
  }
}

std::string_view hint_of(int sqlite_code, const SqliteRole& role) {
  switch (sqlite_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "wait for the other program to finish, then try again";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
      return role.mend;
    case SQLITE_FULL:
      return "free some space, then run the command again: it goes on where it stopped";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "check the rights of the archive's folder and its files";
    default:
      return "";
  }
}

}  // namespace

Statement::Statement(const SqliteDb& db, PreparedStatement* prepared, int code)
    : db_(&db), prepared_(prepared), code_(code) {
  if (prepared_ != nullptr) prepared_->in_use = true;
}

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_),
      prepared_(std::exchange(other.prepared_, nullptr)),
      code_(other.code_),
      parameter_(other.parameter_) {}

Statement::~Statement() {
  if (prepared_ == nullptr) return;
  sqlite3_reset(handle());
  prepared_->in_use = false;
}

void Statement::bind(std::int64_t value) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(handle(), ++parameter_, value);
}

void Statement::bind(std::optional<double> value) {
  if (code_ != SQLITE_OK) return;
  ++parameter_;
  code_ = value ? sqlite3_bind_double(handle(), parameter_, *value) : sqlite3_bind_null(handle(), parameter_);
}

void Statement::bind(std::string_view text) {
  if (code_ != SQLITE_OK) return;
  code_ = sqlite3_bind_text64(handle(), ++parameter_, pointer_of(text), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(Blob blob) {
  if (code_ != SQLITE_OK) return;
  code_ = sqlite3_bind_blob64(handle(), ++parameter_, pointer_of(blob.bytes), blob.bytes.size(), SQLITE_STATIC);
}

Result<bool> Statement::step() {
  if (code_ == SQLITE_OK) {
    const int code = sqlite3_step(handle());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    code_ = code;
  }
  return db_->error(code_);
}

std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(handle(), column);
  const int length = sqlite3_column_bytes(handle(), column);
  return {reinterpret_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(length)};
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(handle(), column);
  const int length = sqlite3_column_bytes(handle(), column);
  return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(length)};
}

Result<std::unique_ptr<SqliteDb>> SqliteDb::open(const std::string& path, SqliteMode mode, SqliteRole role) {
  std::unique_ptr<SqliteDb> db(new SqliteDb(path, role));
  const std::string name = mode == SqliteMode::kReadImmutable ? to_uri(path, "?immutable=1") : path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags_of(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  db->db_.reset(handle);
  if (code != SQLITE_OK) return db->error(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return db;
}

Result<void> SqliteDb::execute(const std::string& script) const {
  const int code = sqlite3_exec(db_.get(), script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error(code);
  return {};
}

Statement SqliteDb::prepare(std::string_view sql) const {
  PreparedStatement& prepared = statements_[sql];
  assert(!prepared.in_use);
  if (prepared.handle == nullptr) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK) return {*this, nullptr, code};
    prepared.handle.reset(handle);
  }
  return {*this, &prepared, SQLITE_OK};
}

Error SqliteDb::error(int code) const {
  std::string message = concat({role_.what, " ", path_, ": ", db_ ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code)});
  // What the system says is clearer than "disk I/O error": a limit or a full disk can also come as one.
  const int system_error = db_ ? sqlite3_system_errno(db_.get()) : 0;
  const int primary = code & 0xff;
  if ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) && system_error != 0) {
    Error from_system = io_error(sqlite3_errmsg(db_.get()), path_, system_error);
    return {ErrorCode::kIo, std::move(from_system.message), std::move(from_system.hint)};
  }
  return {code_of(code), std::move(message), std::string(hint_of(code, role_))};
}

}  // namespace dateline
