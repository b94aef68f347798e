// The names and keys of a query, looked up in the catalog before anything is compiled: which facet ids or articles each
// stands for, and how what is compiled reads the catalog later. Knows no Xapian.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/engine/deadline.h"
#include "query/engine/docid.h"
#include "query/engine/facet_remap.h"
#include "query/engine/search.h"
#include "query/engine/similar_article.h"
#include "query/parser/query_tree.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct ResolvedFields {
  std::unordered_map<const QueryNode*, std::vector<FacetId>> facets;    // by kField node: stored ids, any of them
  std::unordered_map<const QueryNode*, std::vector<FacetId>> standing;  // likewise: whom these stand for, ascending
  // By kField node of id: and url:, and by kHas node of what only the catalog knows. Ascending.
  std::unordered_map<const QueryNode*, std::vector<ArticleId>> articles;
  std::unordered_map<const QueryNode*, SimilarArticle>
      similar;  // by kField node of similar:, where there is such an article
  // By kind, the stored ids of all selections together; nullopt: nothing of this kind is selected.
  std::array<std::optional<std::vector<FacetId>>, kFacetKinds> selected;
  std::vector<FacetId> selected_values;  // the ids that stand for themselves, ascending: what facets show as selected
  std::optional<DayRange> date_filter;
  // Of the snapshot that is searched: only these documents, and none of those; nullptr: no limit.
  std::shared_ptr<const DocidList> only, never;
  std::vector<std::string> notes;

  // Readers of the catalog that was given, for as long as it and the remap are there. Not set where nothing was
  // resolved.
  std::function<Result<std::optional<StoredArticle>>(ArticleId)> load;
  std::function<Result<std::string>(ArticleId)> title_of;
  const FacetRemap* remap = nullptr;
  Deadline deadline;  // of the whole answer
};

// Nodes are known by their address: the tree must stay where it is. A name that nobody has gives a note and no ids.
// kQuery for a wrong date filter; kInterrupted where the time is over before the match could begin.
Result<ResolvedFields> resolve_fields(const QueryNode& tree, const SearchRequest& request, const Catalog& catalog,
                                      const FacetRemap& remap, const Deadline& deadline = {});

}  // namespace dateline
