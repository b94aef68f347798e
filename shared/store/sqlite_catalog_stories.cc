// Near copies and stories: signatures, their keys, and which article is of which story.
#include <algorithm>

#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

// A key that more articles have is that of a form letter; what copies one of them shares other keys, too.
constexpr int kMostPerKey = 64;

std::string_view bytes_of(const NearSignature& signature) {
  return {reinterpret_cast<const char*>(signature.bytes.data()), signature.bytes.size()};
}

std::optional<NearSignature> decode_signature(std::string_view bytes) {
  NearSignature signature;
  if (bytes.size() != signature.bytes.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), signature.bytes.begin());
  return signature;
}

Result<std::vector<ArticleId>> articles_in(Statement statement) {
  return rows_of<ArticleId>(std::move(statement), [](const Statement& row) -> ArticleId { return row.integer(0); });
}

}  // namespace

Result<std::optional<NearSignature>> Catalog::signature_of_article(ArticleId article) const {
  auto statement = impl_->db->query("SELECT signature FROM near_signatures WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return std::optional<NearSignature>();
  const auto signature = decode_signature(statement.blob(0));
  if (!signature) return damaged_catalog(concat({"article ", std::to_string(article), ": its signature is cut off"}));
  return signature;
}

Result<void> Catalog::put_signature(ArticleId article, const std::optional<NearSignature>& signature) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  const auto known = signature_of_article(article);
  if (!known) return known.error();
  if (*known == signature) return {};
  if (*known) {
    for (const std::uint64_t key : dateline::keys_of(**known)) {
      auto done = impl_->db->run("DELETE FROM near_keys WHERE key = ? AND article_id = ?", key, article);
      if (!done) return done;
    }
  }
  if (!signature) return impl_->db->run("DELETE FROM near_signatures WHERE article_id = ?", article);
  auto done = impl_->db->run("INSERT OR REPLACE INTO near_signatures (article_id, signature) VALUES (?, ?)", article,
                             Blob{bytes_of(*signature)});
  for (const std::uint64_t key : dateline::keys_of(*signature)) {
    if (done) done = impl_->db->run("INSERT INTO near_keys (key, article_id) VALUES (?, ?)", key, article);
  }
  return done;
}

Result<std::vector<NearArticle>> Catalog::near_articles(const NearSignature& signature, ArticleId except) const {
  std::vector<ArticleId> ids;
  for (const std::uint64_t key : dateline::keys_of(signature)) {
    auto sharing = articles_in(impl_->db->query(
        "SELECT article_id FROM near_keys WHERE key = ? ORDER BY article_id LIMIT ?", key, kMostPerKey));
    if (!sharing) return std::move(sharing).error();
    ids.insert(ids.end(), sharing->begin(), sharing->end());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<NearArticle> near;
  for (const ArticleId id : ids) {
    if (id == except) continue;
    auto found = signature_of_article(id);
    if (!found) return std::move(found).error();
    if (*found) near.push_back({id, **found});
  }
  return near;
}

Result<std::string> Catalog::text_of_article(ArticleId article) const {
  auto statement = impl_->db->query("SELECT text FROM articles WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? statement.string(0) : std::string();
}

Result<void> Catalog::forget_near_copies() {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto done = impl_->db->run("DELETE FROM near_signatures");
  if (done) done = impl_->db->run("DELETE FROM near_keys");
  if (done) done = impl_->db->run("DELETE FROM open_stories");
  if (done) done = impl_->db->run("UPDATE article_stories SET story = 0");
  return done;
}

Result<StoryPlace> Catalog::story_of(ArticleId article) const {
  auto statement = impl_->db->query("SELECT story, shown FROM article_stories WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? StoryPlace{statement.integer(0), statement.integer(1)} : StoryPlace{};
}

Result<void> Catalog::set_story(ArticleId article, ArticleId story) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run(
      "INSERT INTO article_stories (article_id, story, shown) VALUES (?, ?, 0)"
      " ON CONFLICT (article_id) DO UPDATE SET story = excluded.story",
      article, story);
}

Result<void> Catalog::show_story(ArticleId article) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("UPDATE article_stories SET shown = story WHERE article_id = ?", article);
}

Result<void> Catalog::unite_stories(ArticleId from, ArticleId into) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto done = impl_->db->run("UPDATE article_stories SET story = ? WHERE story = ?", into, from);
  // What is to be grouped anew of one is so of both.
  if (done)
    done = impl_->db->run("INSERT OR IGNORE INTO open_stories SELECT ? FROM open_stories WHERE story = ?", into, from);
  return done;
}

Result<void> Catalog::leave_story(ArticleId article) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto done = impl_->db->run(
      "INSERT OR IGNORE INTO open_stories SELECT story FROM article_stories WHERE article_id = ? AND story <> 0",
      article);
  return done ? impl_->db->run("UPDATE article_stories SET story = 0 WHERE article_id = ?", article) : done;
}

Result<std::vector<ArticleId>> Catalog::articles_of_story(ArticleId story) const {
  return articles_in(
      impl_->db->query("SELECT article_id FROM article_stories WHERE story = ? ORDER BY article_id", story));
}

Result<std::vector<ArticleId>> Catalog::open_stories() const {
  return articles_in(impl_->db->query("SELECT story FROM open_stories ORDER BY story"));
}

Result<std::vector<ArticleId>> Catalog::settle_stories() {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  auto unsettled =
      articles_in(impl_->db->query("SELECT article_id FROM article_stories WHERE story <> shown ORDER BY article_id"));
  if (!unsettled) return unsettled;
  auto done = impl_->db->run("UPDATE article_stories SET shown = story WHERE story <> shown");
  if (done) done = impl_->db->run("DELETE FROM article_stories WHERE story = 0");
  if (done) done = impl_->db->run("DELETE FROM open_stories");
  for (const ArticleId article : *unsettled) {
    if (done) done = impl_->log_change(article, ChangeOperation::kPut);
  }
  if (!done) return std::move(done).error();
  return unsettled;
}

Result<std::vector<ArticleVersion>> Catalog::versions_of_story(ArticleId story) const {
  auto statement = impl_->db->query(
      "SELECT article_id, key, source, published, title FROM article_stories JOIN articles USING (article_id)"
      " WHERE shown = ? AND shown <> 0 ORDER BY published, article_id",
      story);
  return rows_of<ArticleVersion>(std::move(statement), [](const Statement& row) -> ArticleVersion {
    return {row.integer(0), row.string(1), row.string(2), row.string(3), row.string(4)};
  });
}

}  // namespace dateline
