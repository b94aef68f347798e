// Which facet value stands for which: merges of entities, applied while counting so that merging re-indexes nothing.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "shared/store/sqlite_catalog.h"

namespace dateline {

class FacetRemap {
 public:
  FacetRemap() = default;
  explicit FacetRemap(std::span<const FacetMerge> merges);
  [[nodiscard]] bool empty() const { return into_.empty(); }
  // 0: rejected, counts nowhere. Hot: one bit test for values that stand for themselves.
  [[nodiscard]] FacetId operator()(FacetId id) const {
    if (id >= merged_.size() || !merged_[id]) return id;
    return into_.at(id);
  }
  [[nodiscard]] bool moves(FacetId id) const { return id < merged_.size() && merged_[id]; }
  // `id` and all ids that were merged into it; `id` must stand for itself.
  void append_all_of(FacetId id, std::vector<FacetId>& out) const;

 private:
  std::vector<bool> merged_;
  std::unordered_map<FacetId, FacetId> into_;
  std::unordered_map<FacetId, std::vector<FacetId>> from_;
};

}  // namespace dateline
