// The article that others are to be like, as the catalog knows it. Knows no Xapian.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "query/engine/facet_remap.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct SimilarArticle {
  ArticleId article = 0;
  // Its people, places and organizations: for each the stored ids of all that stand for the same one.
  std::vector<std::vector<FacetId>> entities;
};

// nullopt: no article has this key.
Result<std::optional<SimilarArticle>> find_similar_article(const Catalog& catalog, const FacetRemap& remap,
                                                           std::string_view key);

}  // namespace dateline
