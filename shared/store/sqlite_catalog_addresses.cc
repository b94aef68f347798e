// Where articles lie: the addresses of each, copies included, and the key and place that an article has of them.
#include <algorithm>

#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

// `+path` in the queries: to be found by the key. Of one path there may be as many rows as a file has records.

// The columns of read_address, in its order.
StoredAddress read_address(const Statement& row) {
  return {.address = {row.string(0), row.string(1), row.string(2), row.bits(3)},
          .article = row.integer(4),
          .facts = {.bytes_hash = row.bits(5),
                    .content = row.bits(6),
                    .prepared = row.bits(7),
                    .own_id = row.integer(8) != 0},
          .is_current = row.integer(9) != 0};
}

ArticleAddress read_place(const Statement& row) {
  return {row.string(0), row.string(1), row.string(2), row.bits(3)};
}

// Each once, and those of the article's own key first.
void put_in_order(std::vector<ArticleAddress>& addresses, std::string_view own_key) {
  std::sort(addresses.begin(), addresses.end());
  addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
  std::stable_partition(addresses.begin(), addresses.end(),
                        [&](const ArticleAddress& address) { return address.key == own_key; });
}

Result<std::vector<ArticleAddress>> places_of(const SqliteDb& db, std::string_view sql, ArticleId article) {
  auto places = rows_of<ArticleAddress>(db.query(sql, article), read_place);
  if (!places) return places;
  auto key = db.query("SELECT key FROM articles WHERE article_id = ?", article);
  const auto row = key.step();
  if (!row) return row.error();
  if (*row) put_in_order(*places, key.text(0));
  return places;
}

Result<bool> has_row(Statement statement) {
  return statement.step();
}

}  // namespace

Result<std::vector<StoredAddress>> Catalog::addresses_of_key(std::string_view key) const {
  auto statement = impl_->db->query(
      "SELECT key, url, path, record, article_id, bytes_hash, content, prepared, own_id, is_current"
      " FROM article_addresses WHERE key = ? ORDER BY address_id",
      key);
  return rows_of<StoredAddress>(std::move(statement), read_address);
}

Result<std::vector<StoredAddress>> Catalog::addresses_of_path(std::string_view path) const {
  const auto [first, behind] = members_of(path);
  auto statement = impl_->db->query(
      "SELECT key, url, path, record, article_id, bytes_hash, content, prepared, own_id, is_current"
      " FROM article_addresses WHERE path = ?1 OR (path >= ?2 AND path < ?3) ORDER BY path, record, address_id",
      path, std::string_view(first), std::string_view(behind));
  return rows_of<StoredAddress>(std::move(statement), read_address);
}

Result<std::vector<ArticleAddress>> Catalog::addresses_of_article(ArticleId article) const {
  return places_of(*impl_->db,
                   "SELECT key, url, path, record FROM article_addresses WHERE article_id = ?1 UNION"
                   " SELECT g.key, g.url, g.path, g.record FROM article_addresses AS a JOIN given_addresses AS g"
                   " ON g.of_key = a.key AND g.of_path = a.path WHERE a.article_id = ?1",
                   article);
}

Result<std::vector<ArticleAddress>> Catalog::addresses_to_export(ArticleId article) const {
  return places_of(*impl_->db,
                   "SELECT key, url, path, record FROM article_addresses AS a WHERE article_id = ?1 AND NOT EXISTS"
                   " (SELECT 1 FROM given_addresses AS g WHERE g.of_key = a.key AND g.of_path = a.path) UNION"
                   " SELECT g.key, g.url, g.path, g.record FROM article_addresses AS a JOIN given_addresses AS g"
                   " ON g.of_key = a.key AND g.of_path = a.path WHERE a.article_id = ?1",
                   article);
}

Result<std::vector<ArticleId>> Catalog::articles_of_url(std::string_view url) const {
  auto statement = impl_->db->query(
      "SELECT article_id FROM article_addresses WHERE url = ?1 AND url <> '' UNION"
      " SELECT a.article_id FROM given_addresses AS g JOIN article_addresses AS a"
      " ON a.key = g.of_key AND +a.path = g.of_path WHERE g.url = ?1 AND g.url <> '' ORDER BY 1",
      url);
  return rows_of<ArticleId>(std::move(statement), [](const Statement& row) -> ArticleId { return row.integer(0); });
}

Result<std::vector<ArticleId>> Catalog::articles_with_url() const {
  auto statement =
      impl_->db->query("SELECT DISTINCT article_id FROM article_addresses WHERE url <> '' ORDER BY article_id");
  return rows_of<ArticleId>(std::move(statement), [](const Statement& row) -> ArticleId { return row.integer(0); });
}

Result<ArticleId> Catalog::article_of_content(std::uint64_t content, const Article& article) const {
  // A hash finds it; that it is the same is then seen.
  const std::string authors = names_to_json(article.authors), published = to_iso(article.published);
  using Text = std::string_view;
  return impl_->db->number(
      "SELECT article_id FROM article_addresses AS a JOIN articles USING (article_id) WHERE content = ?"
      " AND is_current = 1 AND own_id = 0 AND title = ? AND text = ? AND source = ? AND published = ? AND authors = ?"
      " AND language = ? LIMIT 1",
      content, Text(article.title), Text(article.text), Text(article.source), Text(published), Text(authors),
      Text(article.language));
}

Result<bool> Catalog::has_other_keys(ArticleId article, std::string_view key) const {
  return has_row(
      impl_->db->query("SELECT 1 FROM article_addresses WHERE article_id = ? AND key <> ? LIMIT 1", article, key));
}

Result<bool> Catalog::has_content_hash(ArticleId article, std::uint64_t content_hash) const {
  return has_row(
      impl_->db->query("SELECT 1 FROM articles WHERE article_id = ? AND content_hash = ?", article, content_hash));
}

Result<void> Catalog::put_address(const StoredAddress& address, std::span<const ArticleAddress> given) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  using Text = std::string_view;
  const ArticleAddress& place = address.address;
  const RecordFacts& facts = address.facts;
  const SqliteDb& db = *impl_->db;
  auto done = db.run("DELETE FROM article_addresses WHERE key = ? AND +path = ? AND bytes_hash = ?", Text(place.key),
                     Text(place.path), facts.bytes_hash);
  if (done) {
    done = db.run(
        "INSERT INTO article_addresses (path, key, bytes_hash, article_id, record, url, content, prepared, is_current,"
        " own_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Text(place.path), Text(place.key), facts.bytes_hash, address.article, place.record, Text(place.url),
        facts.content, facts.prepared, int{address.is_current}, int{facts.own_id});
  }
  if (done) {
    done = db.run("DELETE FROM given_addresses WHERE of_key = ? AND of_path = ?", Text(place.key), Text(place.path));
  }
  for (const ArticleAddress& each : given) {
    if (!done) break;
    done = db.run(
        "INSERT OR IGNORE INTO given_addresses (of_key, of_path, key, path, record, url) VALUES (?, ?, ?, ?, ?, ?)",
        Text(place.key), Text(place.path), Text(each.key), Text(each.path), each.record, Text(each.url));
  }
  return done;
}

Result<void> Catalog::assign_key(std::string_view key, ArticleId article, std::uint64_t content) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("UPDATE article_addresses SET article_id = ?, is_current = content = ? WHERE key = ?", article,
                        content, key);
}

Result<void> Catalog::assign_addresses(ArticleId from, ArticleId into) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("UPDATE article_addresses SET article_id = ? WHERE article_id = ?", into, from);
}

Result<bool> Catalog::remove_address(const StoredAddress& address) {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  const SqliteDb& db = *impl_->db;
  const std::string_view path = address.address.path, key = address.address.key;
  auto done = db.run("DELETE FROM article_addresses WHERE key = ? AND +path = ? AND bytes_hash = ?", key, path,
                     address.facts.bytes_hash);
  if (done) {
    done = db.run(
        "DELETE FROM given_addresses WHERE of_key = ?1 AND of_path = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM article_addresses WHERE key = ?1 AND +path = ?2)",
        key, path);
  }
  if (done) {
    done = db.run(
        "DELETE FROM article_revisions WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM article_addresses WHERE key = ?1)",
        key);
  }
  if (done) done = choose_place(address.article);
  if (!done) return std::move(done).error();
  return has_row(db.query("SELECT 1 FROM article_addresses WHERE article_id = ? LIMIT 1", address.article));
}

Result<bool> Catalog::remove_given_addresses(std::string_view key) {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  if (auto done = impl_->db->run("DELETE FROM given_addresses WHERE key = ?", key); !done) {
    return std::move(done).error();
  }
  return impl_->db->changed_rows() > 0;
}

Result<void> Catalog::Impl::forget_keys(ArticleId article) const {
  auto done = db->run(
      "DELETE FROM article_revisions WHERE key IN (SELECT key FROM article_addresses WHERE article_id = ?)", article);
  if (!done) return done;
  return db->run("DELETE FROM given_addresses WHERE of_key IN (SELECT key FROM article_addresses WHERE article_id = ?)",
                 article);
}

Result<void> Catalog::choose_place(ArticleId article, std::string_view leaving) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  // An address of the web says more than one of a disk.
  auto first = impl_->db->query(
      "SELECT key, url, path, record FROM article_addresses WHERE article_id = ? AND key <> ?"
      " ORDER BY is_current DESC, key <> url, key, path, record LIMIT 1",
      article, leaving);
  const auto row = first.step();
  if (!row) return row.error();
  if (!*row) return {};
  return impl_->db->run(
      "UPDATE articles SET key = ?1, url = ?2, path = ?3, record = ?4 WHERE article_id = ?5"
      " AND (key <> ?1 OR url <> ?2 OR path <> ?3 OR record <> ?4)",
      first.text(0), first.text(1), first.text(2), first.integer(3), article);
}

}  // namespace dateline
