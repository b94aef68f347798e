// What the catalog tells of facet values for those who look through them and correct them.
#include <unordered_map>

#include "shared/base/bytes.h"
#include "shared/base/strings.h"
#include "shared/store/facet_blobs.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

FacetDetails read_details(const Statement& row) {
  return {.facet = row.small(0),
          .name = row.string(1),
          .merged_into = row.small(2),
          .merged_by_person = row.integer(3) != 0,
          .rejected = row.integer(4) != 0,
          .external_id = row.string(5),
          .country = row.string(6)};
}

}  // namespace

Result<std::optional<FacetDetails>> Catalog::facet_details(FacetId facet) const {
  auto statement = impl_->db->query(
      "SELECT facet_id, name, coalesce(merged_into, 0), merged_by, rejected, external_id, country FROM facet_values"
      " WHERE facet_id = ?",
      facet);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? std::optional(read_details(statement)) : std::nullopt;
}

Result<void> Catalog::visit_facet_values(const std::function<void(const FacetDetails&)>& visit) const {
  auto statement = impl_->db->query(
      "SELECT facet_id, name, coalesce(merged_into, 0), merged_by, rejected, external_id, country FROM facet_values"
      " ORDER BY facet_id");
  return visit_rows(std::move(statement), [&](const Statement& row) { visit(read_details(row)); });
}

Result<std::string> Catalog::own_name_of(FacetId facet) const {
  const auto details = facet_details(facet);
  if (!details) return details.error();
  if (!*details) return std::string();
  const auto by_key = facet_of_key(kind_of(facet), facet_key((*details)->name));
  if (!by_key) return by_key.error();
  if (*by_key == facet) return (*details)->name;
  // Renamed by a person, of which there are few.
  if (auto loaded = load_corrections(); !loaded) return std::move(loaded).error();
  for (const NameId& id : impl_->corrections->renamed()) {
    const auto renamed = impl_->own_facet(id);
    if (!renamed) return renamed.error();
    if (*renamed != facet) continue;
    auto statement = impl_->db->query("SELECT name FROM facet_names WHERE kind = ? AND key = ? AND facet_id = ?",
                                      static_cast<int>(kind_of(facet)), key_of_name_id(id), facet);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (*row) return statement.string(0);
  }
  return (*details)->name;
}

Result<std::vector<FacetId>> Catalog::facets_of_alias(FacetKind kind, std::string_view name) const {
  const std::string key = facet_key(name);
  auto statement =
      impl_->db->query("SELECT facet_id FROM facet_names WHERE kind = ? AND key = ? AND own = 0 ORDER BY facet_id",
                       static_cast<int>(kind), std::string_view(key));
  return rows_of<FacetId>(std::move(statement), [](const Statement& row) -> FacetId { return row.small(0); });
}

Result<std::vector<std::string>> Catalog::aliases_of(FacetId facet) const {
  auto statement = impl_->db->query("SELECT name FROM facet_names WHERE facet_id = ? AND own = 0 ORDER BY key", facet);
  return rows_of<std::string>(std::move(statement), [](const Statement& row) -> std::string { return row.string(0); });
}

Result<void> Catalog::visit_facet_names(const std::function<void(FacetId, std::string_view)>& visit) const {
  return visit_rows(impl_->db->query("SELECT facet_id, key FROM facet_names"),
                    [&](const Statement& row) { visit(row.small(0), row.text(1)); });
}

Result<std::vector<FacetId>> Catalog::mentioned_as(ArticleId article, FacetId facet,
                                                   const std::function<FacetId(FacetId)>& standing) const {
  std::vector<FacetId> found;
  auto statement = impl_->db->query("SELECT mentions, attached FROM article_facets WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return found;
  const auto entities = decode_mentions(statement.blob(0));
  std::unordered_map<FacetId, FacetId> attached;
  std::string_view pairs = statement.blob(1);
  std::uint64_t own = 0, bearer = 0;
  while (take_leb128(pairs, own) && take_leb128(pairs, bearer)) {
    attached.emplace(static_cast<FacetId>(own), static_cast<FacetId>(bearer));
  }
  if (!entities || !pairs.empty()) {
    return damaged_catalog(concat(
        {"catalog ", impl_->db->path(), ": the entities of article ", std::to_string(article), " cannot be decoded"}));
  }
  for (const ResolvedEntity& entity : *entities) {
    const auto bearer_of = attached.find(entity.facet);
    const FacetId meant = bearer_of == attached.end() ? entity.facet : bearer_of->second;
    if (standing(meant) == facet) found.push_back(entity.facet);
  }
  return found;
}

Result<void> Catalog::visit_article_facets(
    const std::function<void(ArticleId, std::span<const FacetId>)>& visit) const {
  auto statement = impl_->db->query("SELECT article_id, facets FROM article_facets ORDER BY article_id");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) return {};
    const auto facets = decode_facets(statement.blob(1));
    if (!facets) {
      return damaged_catalog(
          concat({"catalog ", impl_->db->path(), ": the facets of article ", statement.text(0), " cannot be decoded"}));
    }
    visit(statement.integer(0), *facets);
  }
}

}  // namespace dateline
