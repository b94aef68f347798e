// Saved searches as rows.
#include "shared/store/sqlite_searches.h"

#include "shared/base/strings.h"
#include "shared/store/sqlite_searches_open.h"

namespace dateline {
namespace {

constexpr std::string_view kByName =
    "SELECT search_id, name, query, match, sort, date_filter, expand, half_life, alerts, saved_at, born_article, "
    "looked_seq, run_article, run_at, (SELECT count(*) FROM alerts AS a WHERE a.search_id = s.search_id AND state < 2),"
    " (SELECT count(*) FROM alerts AS a WHERE a.search_id = s.search_id AND state = 2) FROM searches AS s WHERE ?1 = "
    "'' "
    "OR name = ?1 ORDER BY name";

SavedSearch read_search(const Statement& row) {
  SavedSearch search{.id = row.integer(0), .name = row.string(1), .query = {}};
  search.query = {.text = row.string(2),
                  .match = static_cast<int>(row.integer(3)),
                  .sort = static_cast<int>(row.integer(4)),
                  .date_filter = row.string(5),
                  .selections = {},
                  .expand = row.integer(6) != 0,
                  .half_life_days = row.real(7)};
  search.alerts = row.integer(8) != 0;
  search.saved_at = row.integer(9);
  search.alerts_since = {.seq = row.integer(11), .article = row.integer(10)};
  search.run_article = row.integer(12);
  search.run_at = row.integer(13);
  search.waiting = row.bits(14);
  search.told = row.bits(15);
  return search;
}

Error name_is_taken(std::string_view name) {
  return {ErrorCode::kUsage, concat({"there is a saved search '", name, "' already"}),
          "replace it with --replace, or take another name"};
}

}  // namespace

SavedSearches::SavedSearches(std::unique_ptr<SqliteDb> db) : db_(std::move(db)) {}
SavedSearches::SavedSearches(SavedSearches&&) noexcept = default;
SavedSearches& SavedSearches::operator=(SavedSearches&&) noexcept = default;
SavedSearches::~SavedSearches() = default;

Result<std::optional<SavedSearches>> SavedSearches::open_to_read(const ArchivePaths& paths) {
  auto db = open_searches_to_read(paths);
  if (!db) return std::move(db).error();
  if (*db == nullptr) return std::optional<SavedSearches>();
  return std::optional(SavedSearches(std::move(*db)));
}

Result<SavedSearches> SavedSearches::open_to_write(const ArchivePaths& paths, std::string_view archive,
                                                   ArchiveMark end) {
  auto db = open_searches_to_write(paths, archive, end);
  if (!db) return std::move(db).error();
  return SavedSearches(std::move(*db));
}

Result<void> SavedSearches::load_selections(SavedSearch& search) const {
  auto rows = rows_of<SavedSelection>(
      db_->query("SELECT kind, name FROM selections WHERE search_id = ? ORDER BY position", search.id),
      [](const Statement& row) -> SavedSelection {
        return {static_cast<FacetKind>(row.integer(0)), row.string(1)};
      });
  if (!rows) return std::move(rows).error();
  search.query.selections = std::move(*rows);
  return {};
}

Result<std::string> SavedSearches::archive() const {
  auto statement = db_->query("SELECT value FROM meta WHERE name = 'archive'");
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? statement.string(0) : std::string();
}

Result<std::vector<SavedSearch>> SavedSearches::all() const {
  auto found = rows_of<SavedSearch>(db_->query(kByName, std::string_view()), read_search);
  if (!found) return found;
  for (SavedSearch& search : *found) {
    if (auto loaded = load_selections(search); !loaded) return std::move(loaded).error();
  }
  return found;
}

Result<std::optional<SavedSearch>> SavedSearches::find(std::string_view name) const {
  if (name.empty()) return std::optional<SavedSearch>();
  auto found = rows_of<SavedSearch>(db_->query(kByName, name), read_search);
  if (!found) return std::move(found).error();
  if (found->empty()) return std::optional<SavedSearch>();
  if (auto loaded = load_selections(found->front()); !loaded) return std::move(loaded).error();
  return std::optional(std::move(found->front()));
}

Result<void> SavedSearches::insert(const SavedSearch& search) const {
  const SavedQuery& query = search.query;
  auto done = db_->run(
      "INSERT INTO searches (name, query, match, sort, date_filter, expand, half_life, alerts, saved_at, born_article, "
      "looked_seq, run_article, run_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
      std::string_view(search.name), std::string_view(query.text), query.match, query.sort,
      std::string_view(query.date_filter), int{query.expand}, std::optional(query.half_life_days), int{search.alerts},
      search.saved_at, search.alerts_since.article, search.alerts_since.seq);
  const std::int64_t id = db_->last_insert_id();
  for (std::size_t i = 0; done && i < query.selections.size(); ++i) {
    done =
        db_->run("INSERT INTO selections (search_id, position, kind, name) VALUES (?, ?, ?, ?)", id, std::uint64_t{i},
                 static_cast<int>(query.selections[i].kind), std::string_view(query.selections[i].name));
  }
  return done;
}

Result<void> SavedSearches::save(const SavedSearch& search, bool replace) {
  return in_transaction(*db_, [&]() -> Result<void> {
    const auto removed = forget(search.name);
    if (!removed) return removed.error();
    if (*removed && !replace) return name_is_taken(search.name);
    return insert(search);
  });
}

Result<bool> SavedSearches::forget(std::string_view name) {
  if (auto done = db_->run("DELETE FROM searches WHERE name = ?", name); !done) return std::move(done).error();
  return db_->changed_rows() > 0;
}

Result<void> SavedSearches::set_run(std::string_view name, ArticleId article, std::int64_t at) {
  return db_->run("UPDATE searches SET run_article = max(run_article, ?), run_at = ? WHERE name = ?", article, at,
                  name);
}

Result<void> SavedSearches::add_found(std::span<const Found> found, std::int64_t seq) {
  return in_transaction(*db_, [&]() -> Result<void> {
    for (const Found& one : found) {
      for (const ArticleId article : one.articles) {
        // A search that was forgotten meanwhile has no row to belong to.
        auto added = db_->run(
            "INSERT OR IGNORE INTO alerts (search_id, article_id, state, attempts) SELECT search_id, ?, 0, 0 FROM "
            "searches WHERE search_id = ?",
            article, one.search);
        if (!added) return added;
      }
      auto moved = db_->run("UPDATE searches SET looked_seq = max(looked_seq, ?) WHERE search_id = ?", seq, one.search);
      if (!moved) return moved;
    }
    return {};
  });
}

Result<std::vector<OpenAlert>> SavedSearches::open_alerts() const {
  return rows_of<OpenAlert>(db_->query("SELECT search_id, article_id, attempts FROM alerts WHERE state < 2 ORDER BY "
                                       "attempts, search_id, article_id"),
                            [](const Statement& row) -> OpenAlert {
                              return {row.integer(0), row.integer(1), row.small(2)};
                            });
}

Result<void> SavedSearches::begin_telling(const OpenAlert& alert) {
  return db_->run("UPDATE alerts SET state = 1, attempts = attempts + 1 WHERE search_id = ? AND article_id = ?",
                  alert.search, alert.article);
}

Result<void> SavedSearches::set_told(const OpenAlert& alert) {
  return db_->run("UPDATE alerts SET state = 2 WHERE search_id = ? AND article_id = ?", alert.search, alert.article);
}

Result<void> SavedSearches::drop(const OpenAlert& alert) {
  return db_->run("DELETE FROM alerts WHERE search_id = ? AND article_id = ?", alert.search, alert.article);
}

}  // namespace dateline
