// What the catalog's files share: the connection, its cache, and small helpers. Private to sqlite_catalog*.cc.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/strings.h"
#include "shared/store/corrections.h"
#include "shared/store/facet_cache.h"
#include "shared/store/name_key.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/store/sqlite_db.h"

namespace dateline {

struct OpenedCatalog {
  std::unique_ptr<SqliteDb> db;
  std::string uuid;
};
// sqlite_catalog_open.cc
Result<OpenedCatalog> open_catalog(const ArchivePaths& paths, Access access);

// New rows of facet_words, held back until the end of the transaction: written in the table's order, many in a
// statement, they cost half.
class UnwrittenWords {
 public:
  void add(FacetId facet, std::string_view key);
  Result<void> write(const SqliteDb& db);  // also before words are looked up
  void clear() { rows_.clear(); }

 private:
  struct Row {
    FacetKind kind;
    std::string word;
    FacetId facet;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows_;
};

// Lists of names, as columns hold them. SQLite reads the JSON that it keeps: no other reader is needed.
std::string names_to_json(const std::vector<std::string>& names);
Result<std::vector<std::string>> names_from_json(const SqliteDb& db, std::string_view json);

// Between which strings the paths of an archive's members lie ("news.zip!/a.html"): from the first, below the second.
inline std::pair<std::string, std::string> members_of(std::string_view path) {
  return {concat({path, "!/"}), concat({path, "!0"})};  // '0' is the character behind '/'
}

struct Catalog::Impl {
  std::unique_ptr<SqliteDb> db;
  std::string uuid;
  FacetCache cache;
  UnwrittenWords words;
  std::optional<CorrectionTable> corrections;                       // nullopt: not read yet
  std::optional<std::set<std::pair<FacetId, FacetId>>> kept_apart;  // of the values that there are; nullopt: not made
  std::string facets_blob, mentions_blob;                           // reused from article to article

  // Writing outside a transaction would be durable one row at a time, and slow: a bug of the caller.
  [[nodiscard]] Result<void> require_transaction() const;
  // What is kept under the keys of an article that goes: its history, and what its records gave.
  Result<void> forget_keys(ArticleId article) const;
  Result<void> log_change(ArticleId article, ChangeOperation operation);
  Result<FacetId> new_facet(FacetKind kind, std::string_view name, std::string_view key);
  Result<void> load_last_ordinal(FacetKind kind);
  Result<void> store_last_ordinals();
  void forget_unwritten();
  // Where the value has a level: one more name of it, one less.
  Result<void> put_frequent_name(FacetId facet, std::string_view key) const;
  Result<void> drop_frequent_name(FacetId facet, std::string_view key) const;

  // -- sqlite_catalog_journal.cc
  Result<void> write_correction(const Correction& correction) const;
  Result<void> write_listed(std::span<const ListedEntity> list, bool replace) const;
  // -- sqlite_catalog_corrections.cc
  // A path of merged_into that leads from `target` to `value` would become a circle: cuts the program's last link of
  // it.
  Result<void> cut_circle(FacetId value, FacetId target);
  Result<FacetId> own_facet(const NameId& id) const;
};

inline Error damaged_catalog(std::string message) {
  return {ErrorCode::kArchiveDamaged, std::move(message),
          "restore catalog.sqlite3 from a backup, or index the articles into a new archive"};
}

}  // namespace dateline
