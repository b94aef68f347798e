// Stored ids of all that was merged into an entity become one selection.
#include "query/engine/entity_articles.h"

#include "query/engine/facet_counter.h"
#include "query/parser/query_tree.h"

namespace dateline {

Result<std::vector<std::uint64_t>> count_articles(const EntityReader& reader, std::span<const FacetId> entities) {
  std::vector<FacetId> stored;
  for (const FacetId entity : entities) reader.remap.append_all_of(entity, stored);
  ResolvedFields fields;
  fields.selected.front() = std::move(stored);
  const QueryNode all;
  const auto query =
      reader.snapshot.searcher.prepare(all, fields, MatchMode::kAll, reader.snapshot.columns, reader.stemmer);
  if (!query) return query.error();
  const auto documents = reader.snapshot.searcher.matches(*query);
  if (!documents) return documents.error();
  if (entities.size() == 1) return std::vector<std::uint64_t>{documents->size()};
  FacetCounter::Kinds kinds{};
  for (const FacetId entity : entities) kinds[static_cast<std::size_t>(kind_of(entity))] = true;
  FacetCounter counter;
  counter.count(*documents, *reader.snapshot.columns.facets, reader.remap, kinds);
  std::vector<std::uint64_t> counts;
  for (const FacetId entity : entities) counts.push_back(counter.count_of(entity));
  return counts;
}

Result<PreparedQuery> articles_with(const EntityReader& reader, FacetId entity, const QueryNode& tree,
                                    ResolvedFields fields, MatchMode match) {
  auto& selected = fields.selected[static_cast<std::size_t>(kind_of(entity))].emplace();
  reader.remap.append_all_of(entity, selected);
  return reader.snapshot.searcher.prepare(tree, fields, match, reader.snapshot.columns, reader.stemmer);
}

Result<PreparedQuery> articles_with(const EntityReader& reader, FacetId entity) {
  const QueryNode all;
  return articles_with(reader, entity, all, {}, MatchMode::kAll);
}

}  // namespace dateline
