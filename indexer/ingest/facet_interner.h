// The names of a prepared article → facets of the catalog, as people corrected them; remembers whom the run has
// touched.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/ingest/prepare.h"
#include "indexer/resolution/resolve_archive.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct InternedArticle {
  std::vector<FacetId> facets;           // of all kinds; sorted, each once
  std::vector<ResolvedEntity> entities;  // in the order of the article's
};

// One thread. Writes into the transaction that is open.
class FacetInterner {
 public:
  explicit FacetInterner(Catalog& catalog) : catalog_(&catalog) {}

  // `keys`: by which people may have named the article in corrections.
  Result<InternedArticle> intern(const PreparedArticle& prepared, std::span<const std::string> keys);
  // Whom an article named before it is changed or removed.
  Result<void> touch_entities_of(ArticleId article);
  // People and organizations of the articles that were put or removed.
  TouchedNames take_touched() { return std::move(touched_); }

 private:
  void touch(FacetId facet, std::string_view name);
  Result<void> intern_entities(const PreparedArticle& prepared, std::span<const std::string> keys,
                               InternedArticle& interned);
  Result<FacetId> intern_found(const ArticleEntity& entity);
  Result<void> intern_countries(const PreparedArticle& prepared, std::vector<FacetId>& facets);
  Result<void> intern_names(const Article& article, std::vector<FacetId>& facets);
  Result<std::optional<EntityName>> find_meant(std::span<const std::string> keys, const ArticleEntity& entity) const;

  Catalog* catalog_;
  TouchedNames touched_;
};

}  // namespace dateline
