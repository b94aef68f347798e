// Merges are followed here, so that the index is asked for stored ids.
#include "query/engine/similar_article.h"

#include <algorithm>

namespace dateline {

Result<std::optional<SimilarArticle>> find_similar_article(const Catalog& catalog, const FacetRemap& remap,
                                                           std::string_view key) {
  const auto known = catalog.find_article(key);
  if (!known) return known.error();
  if (!*known) return std::optional<SimilarArticle>();
  const auto stored = catalog.load_article((*known)->article);
  if (!stored) return stored.error();
  if (!*stored) return std::optional<SimilarArticle>();
  std::vector<FacetId> standing;
  for (const FacetId id : (*stored)->facets) {
    if (static_cast<std::size_t>(kind_of(id)) >= kEntityKinds) continue;
    if (const FacetId stands_for = remap(id); stands_for != 0) standing.push_back(stands_for);
  }
  std::sort(standing.begin(), standing.end());
  standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
  SimilarArticle out{.article = (*known)->article, .entities = {}};
  for (const FacetId id : standing) remap.append_all_of(id, out.entities.emplace_back());
  return std::optional(std::move(out));
}

}  // namespace dateline
