// A thin wrapper of SQLite for the catalog's files: closes and resets by itself, keeps prepared statements, and is the
// one place where SQLite's codes become Errors. It knows nothing of articles.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

struct Blob {
  std::string_view bytes;
};

struct PreparedStatement {
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> handle{nullptr, sqlite3_finalize};
  bool in_use = false;
};

class SqliteDb;

// A running query, borrowed from the connection's prepared statements until destruction. An error of preparing or
// binding comes out of step().
class Statement {
 public:
  Statement(const SqliteDb& db, PreparedStatement* prepared, int code);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // The next parameter. Texts and blobs must live as long as the statement is stepped.
  void bind(std::int64_t value);
  void bind(int value) { bind(std::int64_t{value}); }
  void bind(std::uint32_t value) { bind(std::int64_t{value}); }
  void bind(std::uint64_t value) { bind(static_cast<std::int64_t>(value)); }  // the same 64 bits
  void bind(std::optional<double> value);                                     // nullopt: NULL
  void bind(std::string_view text);
  void bind(Blob blob);

  Result<bool> step();  // true: there is a row

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(handle(), column); }
  [[nodiscard]] std::uint64_t bits(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  [[nodiscard]] std::uint32_t small(int column) const { return static_cast<std::uint32_t>(integer(column)); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(handle(), column); }
  // Valid until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }

 private:
  [[nodiscard]] sqlite3_stmt* handle() const { return prepared_->handle.get(); }

  const SqliteDb* db_;
  PreparedStatement* prepared_;  // nullptr: could not be prepared
  int code_;
  int parameter_ = 0;
};

// All rows of a query, each made into a value by `read`.
template <class Row, class Read>
Result<std::vector<Row>> rows_of(Statement statement, Read read) {
  std::vector<Row> rows;
  for (;;) {
    auto step = statement.step();
    if (!step) return std::move(step).error();
    if (!*step) return rows;
    rows.push_back(read(statement));
  }
}

// Without keeping them.
template <class Visit>
Result<void> visit_rows(Statement statement, Visit visit) {
  for (;;) {
    auto step = statement.step();
    if (!step) return std::move(step).error();
    if (!*step) return {};
    visit(statement);
  }
}

enum class SqliteMode : std::uint8_t {
  kRead,
  kReadImmutable,  // of a medium that nobody can write: without locks, and without a WAL
  kWrite,
  kCreate,
};

// What a database is to people; literals.
struct SqliteRole {
  std::string_view what = "catalog";
  std::string_view mend = "restore catalog.sqlite3 from a backup, or index the articles into a new archive";
};

// One thread. Must stay where it is while statements run.
class SqliteDb {
 public:
  static Result<std::unique_ptr<SqliteDb>> open(const std::string& path, SqliteMode mode, SqliteRole role = {});

  Result<void> execute(const std::string& script) const;  // any number of statements without parameters

  // `sql` must be a literal: statements are kept under its text.
  template <class... Values>
  [[nodiscard]] Statement query(std::string_view sql, const Values&... values) const {
    Statement statement = prepare(sql);
    (statement.bind(values), ...);
    return statement;
  }
  template <class... Values>
  Result<void> run(std::string_view sql, const Values&... values) const {
    Statement statement = prepare(sql);
    (statement.bind(values), ...);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    return {};
  }
  // The first column of the first row; 0 where there is none.
  template <class... Values>
  Result<std::int64_t> number(std::string_view sql, const Values&... values) const {
    Statement statement = prepare(sql);
    (statement.bind(values), ...);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    return *row ? statement.integer(0) : 0;
  }

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
  [[nodiscard]] std::int64_t last_insert_id() const { return sqlite3_last_insert_rowid(db_.get()); }
  [[nodiscard]] int changed_rows() const { return sqlite3_changes(db_.get()); }
  [[nodiscard]] Error error(int code) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  SqliteDb(std::string path, SqliteRole role) : path_(std::move(path)), role_(role) {}
  Statement prepare(std::string_view sql) const;

  std::string path_;
  SqliteRole role_;
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> db_{nullptr, sqlite3_close_v2};
  mutable std::unordered_map<std::string_view, PreparedStatement> statements_;
};

}  // namespace dateline
