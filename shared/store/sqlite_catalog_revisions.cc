// What articles said before they were changed.
#include <ctime>

#include "shared/base/bytes.h"
#include "shared/base/deflated_text.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

// Of one key. A page that is written anew all day long would otherwise fill the disk.
constexpr int kMostRevisions = 100;

// What a reader sees, as far as it is kept.
struct Seen {
  std::string title, source, published, authors, text;
  friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seen_of(const Article& article) {
  return {article.title, article.source, to_iso(article.published), names_to_json(article.authors), article.text};
}

std::uint64_t hash_of(const Seen& seen) {
  std::uint64_t hash = 0;
  for (const std::string* part : {&seen.title, &seen.source, &seen.published, &seen.authors, &seen.text}) {
    hash = hash64(*part, hash);
  }
  return hash;
}

Result<std::optional<Seen>> seen_of_article(const SqliteDb& db, ArticleId article) {
  auto row = db.query("SELECT title, source, published, authors, text FROM articles WHERE article_id = ?", article);
  const auto found = row.step();
  if (!found) return found.error();
  if (!*found) return std::optional<Seen>();
  return std::optional(Seen{row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)});
}

}  // namespace

Result<bool> Catalog::keep_revision(std::string_view key, ArticleId article, const Article& next) {
  if (auto ready = impl_->require_transaction(); !ready) return ready.error();
  const SqliteDb& db = *impl_->db;
  const auto seen = seen_of_article(db, article);
  if (!seen) return seen.error();
  if (!*seen || **seen == seen_of(next)) return false;
  std::string text;
  deflate_text((*seen)->text, text);
  using Text = std::string_view;
  auto done = db.run(
      "INSERT INTO article_revisions (key, seen_at, replaced_at, content, title, source, published, authors, text)"
      " VALUES (?1, coalesce((SELECT max(replaced_at) FROM article_revisions WHERE key = ?1),"
      " (SELECT added_at FROM articles WHERE article_id = ?2)), ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      key, article, std::int64_t{std::time(nullptr)}, hash_of(**seen), Text((*seen)->title), Text((*seen)->source),
      Text((*seen)->published), Text((*seen)->authors), Blob{text});
  if (done) {
    done = db.run(
        "DELETE FROM article_revisions WHERE key = ?1 AND revision_id <= (SELECT revision_id FROM article_revisions"
        " WHERE key = ?1 ORDER BY revision_id DESC LIMIT 1 OFFSET ?2)",
        key, kMostRevisions);
  }
  if (!done) return done.error();
  return true;
}

Result<std::vector<ArticleRevision>> Catalog::revisions_of(ArticleId article) const {
  std::vector<ArticleRevision> revisions;
  const SqliteDb& db = *impl_->db;
  // Copies that were changed alike say the same under several keys: the first of them counts.
  auto row = db.query(
      "SELECT key, seen_at, replaced_at, title, source, published, authors, text FROM article_revisions AS r WHERE key"
      " IN (SELECT key FROM article_addresses WHERE article_id = ?1) AND NOT EXISTS (SELECT 1 FROM article_revisions"
      " AS other JOIN article_addresses AS a USING (key) WHERE a.article_id = ?1 AND other.content = r.content AND"
      " other.key <> r.key AND (other.replaced_at, other.revision_id) < (r.replaced_at, r.revision_id))"
      " ORDER BY replaced_at, revision_id",
      article);
  for (;;) {
    const auto step = row.step();
    if (!step) return step.error();
    if (!*step) break;
    auto authors = names_from_json(db, row.text(6));
    if (!authors) return authors.error();
    auto text = inflate_text(row.blob(7));
    if (!text) {
      return damaged_catalog(
          concat({"catalog ", db.path(), ": an older version of article '", row.text(0), "' cannot be decoded"}));
    }
    revisions.push_back({row.string(0), row.integer(1), row.integer(2), row.string(3), row.string(4), row.string(5),
                         std::move(*authors), std::move(*text)});
  }
  auto present = db.query(
      "SELECT key, added_at, title, source, published, authors, text FROM articles WHERE article_id = ?", article);
  const auto found = present.step();
  if (!found) return found.error();
  if (!*found) return revisions;
  auto authors = names_from_json(db, present.text(5));
  if (!authors) return authors.error();
  const std::int64_t seen_at = revisions.empty() ? present.integer(1) : revisions.back().replaced_at;
  revisions.push_back({present.string(0), seen_at, 0, present.string(2), present.string(3), present.string(4),
                       std::move(*authors), present.string(6)});
  return revisions;
}

}  // namespace dateline
