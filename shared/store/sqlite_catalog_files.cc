// Files that were read, records that were refused, and how much there is.
#include <ctime>

#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {

Result<bool> Catalog::file_is_known(std::string_view path, const FileStamp& stamp, std::string_view reader) const {
  auto statement = impl_->db->query("SELECT size, mtime_ns, inode, reader FROM files WHERE path = ?", path);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return false;
  const FileStamp stored{statement.bits(0), statement.integer(1), statement.bits(2)};
  return stored == stamp && statement.text(3) == reader;
}

Result<void> Catalog::remember_file(std::string_view path, const FileStamp& stamp, std::string_view reader,
                                    std::uint64_t articles) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run(
      "INSERT OR REPLACE INTO files (path, size, mtime_ns, inode, reader, articles)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      path, stamp.size, stamp.mtime_ns, stamp.inode, reader, articles);
}

Result<void> Catalog::forget_file(std::string_view path) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("DELETE FROM files WHERE path = ?", path);
}

Result<std::vector<std::string>> Catalog::known_paths(std::string_view under) const {
  while (!under.empty() && under.back() == '/') under.remove_suffix(1);
  // All that begins with "under/" lies between it and "under0": '0' is the character behind '/'.
  const std::string first = concat({under, "/"});
  const std::string behind = concat({under, "0"});
  // A file whose time stamp was too fresh to be trusted is not in `files`, but its articles' addresses name it.
  constexpr std::string_view kAll =
      "SELECT path FROM files UNION SELECT path FROM article_addresses WHERE path <> '-'"
      " UNION SELECT path FROM rejected WHERE path <> '-' ORDER BY path";
  constexpr std::string_view kUnder =
      "SELECT path FROM files WHERE path = ?1 OR (path >= ?2 AND path < ?3)"
      " UNION SELECT path FROM article_addresses WHERE path = ?1 OR (path >= ?2 AND path < ?3)"
      " UNION SELECT path FROM rejected WHERE path = ?1 OR (path >= ?2 AND path < ?3) ORDER BY path";
  auto statement = under.empty() ? impl_->db->query(kAll)
                                 : impl_->db->query(kUnder, under, std::string_view(first), std::string_view(behind));
  return rows_of<std::string>(std::move(statement), [](const Statement& row) -> std::string { return row.string(0); });
}

Result<void> Catalog::remember_rejected(const RejectedRecord& rejected) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("INSERT OR REPLACE INTO rejected (path, record, reason, at) VALUES (?, ?, ?, ?)",
                        std::string_view(rejected.path), rejected.record, std::string_view(rejected.reason),
                        rejected.at);
}

Result<void> Catalog::forget_rejected(std::string_view path) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  const auto [first, behind] = members_of(path);
  return impl_->db->run("DELETE FROM rejected WHERE path = ?1 OR (path >= ?2 AND path < ?3)", path,
                        std::string_view(first), std::string_view(behind));
}

Result<std::vector<RejectedRecord>> Catalog::rejected() const {
  auto statement = impl_->db->query("SELECT path, record, reason, at FROM rejected ORDER BY path, record");
  return rows_of<RejectedRecord>(std::move(statement), [](const Statement& row) -> RejectedRecord {
    return {row.string(0), row.bits(1), row.string(2), row.integer(3)};
  });
}

Result<CatalogCounts> Catalog::counts() const {
  CatalogCounts counts;
  auto rows = impl_->db->query(
      "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM files), (SELECT count(*) FROM rejected),"
      " (SELECT coalesce(max(seq), 0) FROM change_log), (SELECT count(*) FROM article_addresses),"
      " (SELECT count(*) FROM article_revisions)");
  auto row = rows.step();
  if (!row) return std::move(row).error();
  counts.articles = rows.bits(0);
  counts.files = rows.bits(1);
  counts.rejected = rows.bits(2);
  counts.last_seq = rows.integer(3);
  counts.addresses = rows.bits(4);
  counts.revisions = rows.bits(5);
  auto kinds = impl_->db->query(
      "SELECT kind, count(*) FROM facet_values WHERE merged_into IS NULL AND rejected = 0 GROUP BY kind");
  for (;;) {
    auto kind = kinds.step();
    if (!kind) return std::move(kind).error();
    if (!*kind) return counts;
    const std::uint64_t values = kinds.bits(1);
    switch (static_cast<FacetKind>(kinds.integer(0))) {
      case FacetKind::kPerson:
        counts.people = values;
        break;
      case FacetKind::kPlace:
        counts.places = values;
        break;
      case FacetKind::kOrganization:
        counts.organizations = values;
        break;
      case FacetKind::kSource:
        counts.sources = values;
        break;
      default:
        break;
    }
  }
}

}  // namespace dateline
