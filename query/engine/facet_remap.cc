// The remap table from the catalog's list of merges.
#include "query/engine/facet_remap.h"

#include <algorithm>

namespace dateline {

FacetRemap::FacetRemap(std::span<const FacetMerge> merges) {
  FacetId highest = 0;
  for (const FacetMerge& merge : merges) highest = std::max(highest, merge.from);
  if (!merges.empty()) merged_.resize(std::size_t{highest} + 1);
  for (const FacetMerge& merge : merges) {
    merged_[merge.from] = true;
    into_[merge.from] = merge.into;
    if (merge.into != 0) from_[merge.into].push_back(merge.from);
  }
}

void FacetRemap::append_all_of(FacetId id, std::vector<FacetId>& out) const {
  if (id == 0) return;
  out.push_back(id);
  if (const auto found = from_.find(id); found != from_.end()) {
    out.insert(out.end(), found->second.begin(), found->second.end());
  }
}

}  // namespace dateline
