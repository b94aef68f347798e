// searches.sqlite3: the saved searches of an archive and what alerts have told. It stands beside the catalog, so that
// keeping a search needs no writer's lock, and `rebuild` does not touch it. No SQLite type or code shows here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/result.h"
#include "shared/store/archive_mark.h"
#include "shared/store/archive_paths.h"

namespace dateline {

class SqliteDb;

struct SavedSelection {
  FacetKind kind = FacetKind::kPerson;
  std::string name;
};

// What is asked. The numbers of `match` and `sort` are on disk: FORMAT.md.
struct SavedQuery {
  std::string text;
  int match = 0, sort = 0;
  std::string date_filter;
  std::vector<SavedSelection> selections;
  bool expand = false;
  double half_life_days = 0;
};

struct SavedSearch {
  std::int64_t id = 0;  // never used again
  std::string name;
  SavedQuery query;
  bool alerts = true;
  std::int64_t saved_at = 0;  // seconds since 1970
  ArchiveMark alerts_since;   // articles after `article`; looked for in the changes up to `seq`
  ArticleId run_article = 0;  // the last "new since last run" had articles up to this one; 0: never
  std::int64_t run_at = 0;    // seconds since 1970; 0: never
  std::uint64_t waiting = 0;  // articles that alerts found and have not told
  std::uint64_t told = 0;
};

struct OpenAlert {
  std::int64_t search = 0;
  ArticleId article = 0;
  std::uint32_t attempts = 0;  // telling was begun this often and not known to have ended well
};

// One thread an object; any number of objects in any number of processes, each waiting for the others' writes.
class SavedSearches {
 public:
  // nullopt where nothing was ever saved.
  static Result<std::optional<SavedSearches>> open_to_read(const ArchivePaths& paths);
  // Makes the file where it is missing. `archive`: UUID of the catalog, and `end`: how far that has come. Where the
  // numbers kept are another catalog's, or an older backup of it was put back, they begin anew at `end`.
  static Result<SavedSearches> open_to_write(const ArchivePaths& paths, std::string_view archive, ArchiveMark end);
  SavedSearches(SavedSearches&&) noexcept;
  SavedSearches& operator=(SavedSearches&&) noexcept;
  ~SavedSearches();

  Result<std::string> archive() const;           // UUID of the catalog that the numbers belong to
  Result<std::vector<SavedSearch>> all() const;  // by name
  Result<std::optional<SavedSearch>> find(std::string_view name) const;
  // kUsage where the name is taken and `replace` is false. `id` is given by the store. A replaced search is a new one.
  Result<void> save(const SavedSearch& search, bool replace);
  Result<bool> forget(std::string_view name);  // false: there is none
  // All up to `article` has been shown.
  Result<void> set_run(std::string_view name, ArticleId article, std::int64_t at);

  // These articles match, and changes were looked at up to `seq`. Those that are known are passed over.
  struct Found {
    std::int64_t search = 0;
    std::vector<ArticleId> articles;
  };
  Result<void> add_found(std::span<const Found> found, std::int64_t seq);
  Result<std::vector<OpenAlert>> open_alerts() const;  // those that were tried least first, then by search and article
  Result<void> begin_telling(const OpenAlert& alert);  // durable when it returns, like the next two
  Result<void> set_told(const OpenAlert& alert);
  Result<void> drop(const OpenAlert& alert);

 private:
  explicit SavedSearches(std::unique_ptr<SqliteDb> db);
  Result<void> load_selections(SavedSearch& search) const;
  Result<void> insert(const SavedSearch& search) const;
  std::unique_ptr<SqliteDb> db_;
};

}  // namespace dateline
