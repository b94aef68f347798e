// What resolution across articles keeps: groups of like names, and whom the names of single articles were attached to.
#include <algorithm>

#include "shared/base/strings.h"
#include "shared/store/facet_blobs.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

constexpr std::string_view kNotDecodable = ": its entities cannot be decoded";

GroupMember read_member(const Statement& row) {
  return {.facet = row.small(0),
          .key = row.string(1),
          .merged_into = row.small(2),
          .merged_by_person = row.integer(3) != 0,
          .rejected = row.integer(4) != 0};
}

// The facets of an article as it alone gives them: what it mentions, and its values of the other kinds.
std::vector<FacetId> facets_alone(std::span<const FacetId> facets, std::span<const ResolvedEntity> entities) {
  std::vector<FacetId> alone;
  for (const FacetId facet : facets) {
    if (static_cast<std::size_t>(kind_of(facet)) >= kEntityKinds) alone.push_back(facet);
  }
  for (const ResolvedEntity& entity : entities) alone.push_back(entity.facet);
  return alone;
}

}  // namespace

Result<void> Catalog::put_group_members(std::span<const GroupRow> rows) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  for (const GroupRow& row : rows) {
    auto done = impl_->db->run("INSERT OR IGNORE INTO facet_groups (name, facet_id, key) VALUES (?, ?, ?)",
                               std::string_view(row.group), row.facet, std::string_view(row.key));
    if (!done) return done;
  }
  return {};
}

Result<std::vector<GroupMember>> Catalog::members_of_group(std::string_view group) const {
  auto statement = impl_->db->query(
      "SELECT g.facet_id, g.key, coalesce(v.merged_into, 0), v.merged_by, v.rejected FROM facet_groups AS g"
      " JOIN facet_values AS v USING (facet_id) WHERE g.name = ?",
      group);
  return rows_of<GroupMember>(std::move(statement),
                              [](const Statement& row) -> GroupMember { return read_member(row); });
}

Result<void> Catalog::visit_groups(
    const std::function<void(std::string_view, std::vector<GroupMember>&&)>& visit) const {
  std::string group;
  std::vector<GroupMember> members;
  auto statement = impl_->db->query(
      "SELECT g.facet_id, g.key, coalesce(v.merged_into, 0), v.merged_by, v.rejected, g.name FROM facet_groups AS g"
      " CROSS JOIN facet_values AS v USING (facet_id) ORDER BY g.name");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || statement.text(5) != group) {
      if (!members.empty()) visit(group, std::move(members));
      members.clear();
      if (!*row) return {};
      group = statement.string(5);
    }
    members.push_back(read_member(statement));
  }
}

Result<std::vector<FacetName>> Catalog::own_names(FacetKind kind) const {
  auto statement =
      impl_->db->query("SELECT facet_id, key FROM facet_names WHERE kind = ? AND own = 1", static_cast<int>(kind));
  return rows_of<FacetName>(std::move(statement), [](const Statement& row) -> FacetName {
    return {row.small(0), row.string(1)};
  });
}

Result<std::vector<FacetAlias>> Catalog::one_word_aliases(FacetKind kind) const {
  auto statement =
      impl_->db->query("SELECT facet_id, key FROM facet_names WHERE own = 0 AND kind = ? AND instr(key, ' ') = 0",
                       static_cast<int>(kind));
  return rows_of<FacetAlias>(std::move(statement), [](const Statement& row) -> FacetAlias {
    return {row.small(0), row.string(1)};
  });
}

Result<std::vector<ResolvedEntity>> Catalog::entities_of(ArticleId article) const {
  auto statement = impl_->db->query("SELECT mentions FROM article_facets WHERE article_id = ?", article);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  if (!*row) return std::vector<ResolvedEntity>();
  auto entities = decode_mentions(statement.blob(0));
  if (!entities) return damaged_catalog(concat({"article ", std::to_string(article), kNotDecodable}));
  return std::move(*entities);
}

Result<bool> Catalog::attach(ArticleId article, std::span<const FacetId> names, std::span<const Attachment> attached) {
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  std::vector<FacetId> facets;
  std::vector<Attachment> present;
  {
    auto statement =
        impl_->db->query("SELECT facets, mentions, attached FROM article_facets WHERE article_id = ?", article);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) return false;
    auto stored = decode_facets(statement.blob(0));
    const auto entities = decode_mentions(statement.blob(1));
    auto pairs = decode_attached(statement.blob(2));
    if (!stored || !entities || !pairs) {
      return damaged_catalog(concat({"article ", std::to_string(article), kNotDecodable}));
    }
    facets = facets_alone(*stored, *entities);
    present = std::move(*pairs);
  }
  std::vector<Attachment> wanted(attached.begin(), attached.end());
  for (const Attachment& pair : present) {
    if (std::find(names.begin(), names.end(), pair.from) == names.end()) wanted.push_back(pair);
  }
  // A name that the article has no longer is attached no longer.
  std::erase_if(wanted, [&](const Attachment& pair) {
    return std::find(facets.begin(), facets.end(), pair.from) == facets.end();
  });
  std::sort(wanted.begin(), wanted.end());
  if (wanted == present) return false;
  for (const Attachment& pair : wanted) std::replace(facets.begin(), facets.end(), pair.from, pair.into);
  std::sort(facets.begin(), facets.end());
  facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
  encode_facets(facets, impl_->facets_blob);
  encode_attached(wanted, impl_->mentions_blob);
  auto done = impl_->db->run("UPDATE article_facets SET facets = ?, attached = ? WHERE article_id = ?",
                             Blob{impl_->facets_blob}, Blob{impl_->mentions_blob}, article);
  if (done) done = impl_->log_change(article, ChangeOperation::kPut);
  if (!done) return std::move(done).error();
  return true;
}

}  // namespace dateline
