// What readers ask who follow an entity to its evidence: whom an article names and where, without the article; names
// that begin like one.
#include <algorithm>

#include "shared/base/strings.h"
#include "shared/store/facet_blobs.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

// The first text after all that begin with `prefix`, in the order of bytes.
std::string end_of_prefix(std::string prefix) {
  while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF) prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
  return prefix;
}

}  // namespace

Result<NamesOfArticle> Catalog::names_of_article(ArticleId article) const {
  auto statement = impl_->db->query("SELECT mentions, attached FROM article_facets WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return NamesOfArticle{};
  auto entities = decode_mentions(statement.blob(0));
  auto attached = decode_attached(statement.blob(1));
  if (!entities || !attached) {
    return damaged_catalog(concat(
        {"catalog ", impl_->db->path(), ": the entities of article ", std::to_string(article), " cannot be decoded"}));
  }
  return NamesOfArticle{std::move(*entities), std::move(*attached)};
}

Result<std::string> Catalog::title_of(ArticleId id) const {
  auto statement = impl_->db->query("SELECT title FROM articles WHERE article_id = ?", id);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? statement.string(0) : std::string();
}

Result<std::vector<ArticleId>> Catalog::articles_with_title() const {
  return rows_of<ArticleId>(
      impl_->db->query("SELECT article_id FROM articles WHERE title <> '' AND title_made = 0 ORDER BY article_id"),
      [](const Statement& row) -> ArticleId { return row.integer(0); });
}

Result<std::vector<std::string>> Catalog::titles_of(std::span<const FacetId> people) const {
  std::vector<std::string> titles;
  for (const FacetId person : people) {
    auto done = visit_rows(impl_->db->query("SELECT title FROM facet_titles WHERE facet_id = ?", person),
                           [&](const Statement& row) { titles.push_back(row.string(0)); });
    if (!done) return std::move(done).error();
  }
  std::sort(titles.begin(), titles.end());
  titles.erase(std::unique(titles.begin(), titles.end()), titles.end());
  return titles;
}

Result<std::optional<Coordinates>> Catalog::coordinates_of(FacetId place) const {
  auto statement = impl_->db->query(
      "SELECT latitude, longitude FROM facet_values WHERE facet_id = ? AND latitude IS NOT NULL AND longitude IS NOT "
      "NULL",
      place);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return std::optional<Coordinates>();
  return std::optional(Coordinates{statement.real(0), statement.real(1)});
}

Result<void> Catalog::visit_names_from(FacetKind kind, const std::string& prefix,
                                       const std::function<void(FacetId, std::string_view)>& visit,
                                       std::size_t most) const {
  const std::string end = end_of_prefix(prefix);
  if (end.empty()) return {};
  const int number = static_cast<int>(kind);
  const std::int64_t limit = most == 0 ? -1 : static_cast<std::int64_t>(most);  // -1: SQLite's word for none
  const std::string_view first = prefix, last = end;
  const auto visit_row = [&](const Statement& row) { visit(row.small(0), row.text(1)); };
  auto done = visit_rows(
      impl_->db->query("SELECT facet_id, key FROM facet_names WHERE kind = ? AND key >= ? AND key < ? LIMIT ?", number,
                       first, last, limit),
      visit_row);
  if (!done) return done;
  return visit_rows(
      impl_->db->query("SELECT facet_id, word FROM facet_words WHERE kind = ? AND word >= ? AND word < ? LIMIT ?",
                       number, first, last, limit),
      visit_row);
}

Result<void> Catalog::visit_frequent_names(FacetKind kind, unsigned level, const std::string& prefix,
                                           const std::function<void(FacetId, std::string_view)>& visit,
                                           std::size_t most) const {
  const std::string end = end_of_prefix(prefix);
  if (end.empty()) return {};
  return visit_rows(
      impl_->db->query(
          "SELECT facet_id, tail FROM frequent_names WHERE kind = ? AND level = ? AND tail >= ? AND tail < ? LIMIT ?",
          static_cast<int>(kind), level, std::string_view(prefix), std::string_view(end), most),
      [&](const Statement& row) { visit(row.small(0), row.text(1)); });
}

Result<unsigned> Catalog::highest_name_level(FacetKind kind) const {
  const auto level = impl_->db->number("SELECT max(level) FROM frequent_names WHERE kind = ?", static_cast<int>(kind));
  if (!level) return level.error();
  return static_cast<unsigned>(*level);
}

Result<std::vector<FacetId>> Catalog::values_with_word(FacetKind kind, std::string_view word, std::size_t most) const {
  return rows_of<FacetId>(impl_->db->query("SELECT facet_id FROM facet_words WHERE kind = ? AND word = ? LIMIT ?",
                                           static_cast<int>(kind), word, most),
                          [](const Statement& row) -> FacetId { return row.small(0); });
}

Result<FacetName> Catalog::standing_value(FacetId facet) const {
  constexpr int kLongestChain = 1000;  // a circle is damage
  for (int steps = 0; steps < kLongestChain; ++steps) {
    auto statement = impl_->db->query("SELECT merged_into, rejected, name FROM facet_values WHERE facet_id = ?", facet);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || statement.integer(1) != 0) return FacetName{};
    if (statement.integer(0) == 0) return FacetName{facet, statement.string(2)};
    facet = statement.small(0);
  }
  return FacetName{};
}

Result<std::vector<FacetId>> Catalog::values_standing_for(FacetId facet) const {
  // One question a value: a recursive one costs ten times as much to begin, and most values have nothing merged into
  // them.
  std::vector<FacetId> ids{facet};
  for (std::size_t next = 0; next < ids.size(); ++next) {
    auto done = visit_rows(impl_->db->query("SELECT facet_id FROM facet_values WHERE merged_into = ?", ids[next]),
                           [&](const Statement& row) {
                             // Not twice: a circle is damage.
                             if (std::find(ids.begin(), ids.end(), row.small(0)) == ids.end())
                               ids.push_back(row.small(0));
                           });
    if (!done) return std::move(done).error();
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace dateline
