// Which articles name an entity: the bridge from facet values to the index. Knows no Xapian.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/facet_remap.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"

namespace dateline {

// One revision of the index and what the catalog said then. Holds references.
struct EntityReader {
  const Catalog& catalog;
  Stemmer& stemmer;
  IndexSnapshot& snapshot;
  const FacetRemap& remap;
};

// Articles of each of these entities (ids that stand for themselves), in their order.
Result<std::vector<std::uint64_t>> count_articles(const EntityReader& reader, std::span<const FacetId> entities);

// The articles that match `tree` and name the entity.
Result<PreparedQuery> articles_with(const EntityReader& reader, FacetId entity, const QueryNode& tree,
                                    ResolvedFields fields, MatchMode match);
// The articles that name the entity.
Result<PreparedQuery> articles_with(const EntityReader& reader, FacetId entity);

}  // namespace dateline
