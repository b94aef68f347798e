// The names and keys of a query, looked up in the catalog before anything is compiled: which facet ids or articles each
// stands for. Knows no Xapian.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/engine/facet_remap.h"
#include "query/engine/search.h"
#include "query/parser/query_tree.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct ResolvedFields {
  std::unordered_map<const QueryNode*, std::vector<FacetId>> facets;      // by kField node: stored ids, any of them
  std::unordered_map<const QueryNode*, std::vector<ArticleId>> articles;  // by kField node of id: and url:
  // By kind, the stored ids of all selections together; nullopt: nothing of this kind is selected.
  std::array<std::optional<std::vector<FacetId>>, kFacetKinds> selected;
  std::vector<FacetId> selected_values;  // the ids that stand for themselves, ascending: what facets show as selected
  std::optional<DayRange> date_filter;
  std::vector<std::string> notes;
};

// Nodes are known by their address: the tree must stay where it is. A name that nobody has gives a note and no ids.
// kQuery for a wrong date filter.
Result<ResolvedFields> resolve_fields(const QueryNode& tree, const SearchRequest& request, const Catalog& catalog,
                                      const FacetRemap& remap);

}  // namespace dateline
