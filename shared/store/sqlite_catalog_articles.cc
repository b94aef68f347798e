// Articles and the change log.
#include <ctime>

#include "shared/base/json_writer.h"
#include "shared/base/strings.h"
#include "shared/store/facet_blobs.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

struct ArticleRow {
  std::string authors, contributors, published;
  std::int64_t now = 0;
};

ArticleRow make_row(const Article& article) {
  return {names_to_json(article.authors), names_to_json(article.contributors), to_iso(article.published),
          std::time(nullptr)};
}

// Does nothing where the key is known.
Result<void> insert_row(const SqliteDb& db, const Article& article, const ArticleRow& row, std::uint64_t content_hash,
                        std::uint32_t words) {
  using Text = std::string_view;
  return db.run(
      "INSERT INTO articles (key, content_hash, words, added_at, changed_at, record, title_made, title, source, url, "
      "path,"
      " published, authors, contributors, dateline, language, text, section, caption)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
      Text(article.key), content_hash, words, row.now, row.now, article.record, int{article.title_made},
      Text(article.title), Text(article.source), Text(article.url), Text(article.path), Text(row.published),
      Text(row.authors), Text(row.contributors), Text(article.dateline), Text(article.language), Text(article.text),
      Text(article.section), Text(article.caption));
}

Result<void> update_row(const SqliteDb& db, ArticleId id, const Article& article, const ArticleRow& row,
                        std::uint64_t content_hash, std::uint32_t words) {
  using Text = std::string_view;
  return db.run(
      "UPDATE articles SET content_hash = ?, words = ?, changed_at = ?, record = ?, title_made = ?, title = ?, source "
      "= ?,"
      " url = ?, path = ?, published = ?, authors = ?, contributors = ?, dateline = ?, language = ?, text = ?,"
      " section = ?, caption = ?"
      " WHERE article_id = ?",
      content_hash, words, row.now, article.record, int{article.title_made}, Text(article.title), Text(article.source),
      Text(article.url), Text(article.path), Text(row.published), Text(row.authors), Text(row.contributors),
      Text(article.dateline), Text(article.language), Text(article.text), Text(article.section), Text(article.caption),
      id);
}

struct WrittenRow {
  ArticleId article = 0;
  bool is_new = false;
};

// `replaces`: the article to be changed; 0: the one of this key, or a new one.
Result<WrittenRow> write_row(const SqliteDb& db, const Article& article, std::uint64_t content_hash,
                             std::uint32_t words, ArticleId replaces) {
  const ArticleRow row = make_row(article);
  if (replaces == 0) {
    if (auto done = insert_row(db, article, row, content_hash, words); !done) return std::move(done).error();
    if (db.changed_rows() > 0) return WrittenRow{db.last_insert_id(), true};
    const auto id = db.number("SELECT article_id FROM articles WHERE key = ?", std::string_view(article.key));
    if (!id) return id.error();
    replaces = *id;
  }
  if (auto done = update_row(db, replaces, article, row, content_hash, words); !done) return std::move(done).error();
  return WrittenRow{replaces, false};
}

// The columns of load_article, in its order. Blobs and JSON are decoded by the caller.
Article read_article(const Statement& row) {
  Article article;
  article.key = row.string(0);
  article.record = row.bits(3);
  article.title_made = row.integer(4) != 0;
  article.title = row.string(5);
  article.source = row.string(6);
  article.url = row.string(7);
  article.path = row.string(8);
  article.published = parse_date(row.text(9)).value_or(PublishedDate{});
  article.dateline = row.string(10);
  article.language = row.string(11);
  article.text = row.string(12);
  return article;
}

}  // namespace

std::string names_to_json(const std::vector<std::string>& names) {
  JsonWriter json;
  json.value(names);
  return std::move(json).text();
}

Result<std::vector<std::string>> names_from_json(const SqliteDb& db, std::string_view json) {
  if (json == "[]") return std::vector<std::string>();
  auto statement = db.query("SELECT value FROM json_each(?) ORDER BY key", json);
  return rows_of<std::string>(std::move(statement), [](const Statement& row) -> std::string { return row.string(0); });
}

Result<std::optional<KnownArticle>> Catalog::find_article(std::string_view key) const {
  // Its own key, that of a copy, one that a record said: mostly the first finds it.
  constexpr std::string_view kWays[] = {
      "SELECT article_id, content_hash FROM articles WHERE key = ?",
      "SELECT article_id, content_hash FROM articles JOIN article_addresses AS a USING (article_id) WHERE a.key = ?"
      " LIMIT 1",
      "SELECT article_id, content_hash FROM articles JOIN article_addresses AS a USING (article_id) JOIN"
      " given_addresses AS g ON g.of_key = a.key AND g.of_path = +a.path WHERE g.key = ? ORDER BY article_id LIMIT 1"};
  for (const std::string_view way : kWays) {
    auto statement = impl_->db->query(way, key);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (*row) return std::optional(KnownArticle{statement.integer(0), statement.bits(1)});
  }
  return std::optional<KnownArticle>();
}

Result<ArticleId> Catalog::put_article(const Article& article, std::uint64_t content_hash, std::uint32_t words,
                                       std::span<const FacetId> facets, std::span<const ResolvedEntity> entities,
                                       const RecordFacts& record) {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  const auto written = write_row(*impl_->db, article, content_hash, words, record.replaces);
  if (!written) return written.error();
  const ArticleId id = written->article;
  encode_facets(facets, impl_->facets_blob);
  encode_mentions(entities, impl_->mentions_blob);
  auto done = impl_->db->run("INSERT OR REPLACE INTO article_facets (article_id, facets, mentions) VALUES (?, ?, ?)",
                             id, Blob{impl_->facets_blob}, Blob{impl_->mentions_blob});
  if (done) done = impl_->log_change(id, ChangeOperation::kPut);
  if (done) {
    done = put_address({.address = {article.key, article.url, article.path, article.record},
                        .article = id,
                        .facts = record,
                        .is_current = true},
                       article.addresses);
  }
  if (done && !written->is_new) done = assign_key(article.key, id, record.content);
  if (done && !written->is_new) done = choose_place(id);
  if (!done) return std::move(done).error();
  return id;
}

Result<void> Catalog::put_entities(ArticleId article, std::span<const FacetId> facets,
                                   std::span<const ResolvedEntity> entities) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  encode_facets(facets, impl_->facets_blob);
  encode_mentions(entities, impl_->mentions_blob);
  auto done = impl_->db->run("INSERT OR REPLACE INTO article_facets (article_id, facets, mentions) VALUES (?, ?, ?)",
                             article, Blob{impl_->facets_blob}, Blob{impl_->mentions_blob});
  return done ? impl_->log_change(article, ChangeOperation::kPut) : done;
}

Result<bool> Catalog::has_entities(ArticleId article, std::span<const FacetId> facets,
                                   std::span<const ResolvedEntity> entities) const {
  auto statement = impl_->db->query("SELECT facets, mentions FROM article_facets WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row || !*row) return row;
  encode_mentions(entities, impl_->mentions_blob);
  if (statement.blob(1) != impl_->mentions_blob) return false;
  auto stored = decode_facets(statement.blob(0));
  if (!stored) return false;
  // Of entities, `facets` has what they were attached to; their mentions say what they are.
  const auto is_entity = [](FacetId id) { return static_cast<std::size_t>(kind_of(id)) < kEntityKinds; };
  std::erase_if(*stored, is_entity);
  std::vector<FacetId> others(facets.begin(), facets.end());
  std::erase_if(others, is_entity);
  return *stored == others;
}

Result<bool> Catalog::remove_article(std::string_view key) {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  auto known = find_article(key);
  if (!known) return std::move(known).error();
  if (!known->has_value()) return false;
  if (auto removed = remove_article((*known)->article); !removed) return std::move(removed).error();
  return true;
}

Result<void> Catalog::remove_article(ArticleId id) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto done = put_signature(id, std::nullopt);
  if (done) done = leave_story(id);
  if (done) done = impl_->forget_keys(id);
  if (done) done = impl_->db->run("DELETE FROM articles WHERE article_id = ?", id);
  return done ? impl_->log_change(id, ChangeOperation::kRemove) : done;
}

Result<std::optional<StoredArticle>> Catalog::load_article(ArticleId id) const {
  auto row = impl_->db->query(
      "SELECT key, content_hash, words, record, title_made, title, source, url, path, published, dateline, language, "
      "text,"
      " authors, contributors, f.facets, f.mentions, f.attached, shown, section, caption FROM articles LEFT JOIN "
      "article_facets AS f USING "
      "(article_id) LEFT JOIN article_stories USING (article_id)"
      " WHERE article_id = ?",
      id);
  auto found = row.step();
  if (!found) return std::move(found).error();
  if (!*found) return std::optional<StoredArticle>();
  StoredArticle stored{id, row.bits(1), row.small(2), read_article(row), {}, {}, {}};
  auto authors = names_from_json(*impl_->db, row.text(13));
  if (!authors) return std::move(authors).error();
  stored.article.authors = std::move(*authors);
  auto contributors = names_from_json(*impl_->db, row.text(14));
  if (!contributors) return std::move(contributors).error();
  stored.article.contributors = std::move(*contributors);
  stored.article.section = row.string(19);
  stored.article.caption = row.string(20);
  auto facets = decode_facets(row.blob(15));
  auto entities = decode_mentions(row.blob(16));
  auto attached = decode_attached(row.blob(17));
  if (!facets || !entities || !attached) {
    return damaged_catalog(concat(
        {"catalog ", impl_->db->path(), ": the entities of article '", stored.article.key, "' cannot be decoded"}));
  }
  stored.facets = std::move(*facets);
  if (const ArticleId story = row.integer(18); story != 0) add_facet(stored.facets, story_facet(story));
  stored.entities = std::move(*entities);
  stored.attached = std::move(*attached);
  return std::optional(std::move(stored));
}

Result<std::vector<std::pair<ArticleId, std::uint64_t>>> Catalog::all_articles() const {
  auto statement = impl_->db->query("SELECT article_id, content_hash FROM articles ORDER BY article_id");
  return rows_of<std::pair<ArticleId, std::uint64_t>>(std::move(statement),
                                                      [](const Statement& row) -> std::pair<ArticleId, std::uint64_t> {
                                                        return {row.integer(0), row.bits(1)};
                                                      });
}

Result<std::vector<std::string>> Catalog::keys_of(std::span<const ArticleId> articles) const {
  std::vector<std::string> keys;
  for (const ArticleId article : articles) {
    auto statement = impl_->db->query("SELECT key FROM articles WHERE article_id = ?", article);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    keys.push_back(*row ? statement.string(0) : std::string());
  }
  return keys;
}

Result<void> Catalog::set_words(ArticleId article, std::uint32_t words) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("UPDATE articles SET words = ? WHERE article_id = ? AND words <> ?", words, article, words);
}

Result<std::vector<ArticleOfKey>> Catalog::articles_by_key(std::string_view after, std::size_t most) const {
  auto statement =
      impl_->db->query("SELECT key, article_id FROM articles WHERE key > ? ORDER BY key LIMIT ?", after, most);
  return rows_of<ArticleOfKey>(std::move(statement), [](const Statement& row) -> ArticleOfKey {
    return {row.string(0), row.integer(1)};
  });
}

Result<void> Catalog::Impl::log_change(ArticleId article, ChangeOperation operation) {
  return db->run("INSERT INTO change_log (article_id, operation) VALUES (?, ?)", article, static_cast<int>(operation));
}

Result<std::vector<Change>> Catalog::changes_after(std::int64_t seq, std::size_t limit) const {
  auto statement = impl_->db->query(
      "SELECT seq, article_id, operation FROM change_log WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
  return rows_of<Change>(std::move(statement), [](const Statement& row) -> Change {
    return {row.integer(0), row.integer(1), row.integer(2) == 2 ? ChangeOperation::kRemove : ChangeOperation::kPut};
  });
}

Result<std::int64_t> Catalog::last_seq() const {
  return impl_->db->number("SELECT max(seq) FROM change_log");
}

}  // namespace dateline
