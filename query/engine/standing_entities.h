// Whom the names of an article stand for now: attached names and merges followed, rejected ones gone.
#pragma once

#include <span>
#include <vector>

#include "query/engine/article_view.h"
#include "query/engine/facet_remap.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// `attached` is ascending. 0: rejected.
FacetId standing_facet(FacetId named, std::span<const Attachment> attached, const FacetRemap& remap);

// Values that came to be one are one entity, with the mentions of all in their order; without names, in the order of
// the article's first value of each.
std::vector<ViewedEntity> standing_entities(const std::vector<ResolvedEntity>& entities,
                                            std::span<const Attachment> attached, const FacetRemap& remap);

// Of one entity; those in the title first, ascending.
std::vector<Mention> mentions_of(FacetId standing, const std::vector<ResolvedEntity>& entities,
                                 std::span<const Attachment> attached, const FacetRemap& remap);

}  // namespace dateline
