// Documents → how often each facet value occurs in them, from the facet column. Knows no Xapian and no names.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "query/engine/docid.h"
#include "query/engine/facet_remap.h"
#include "query/engine/stories.h"
#include "schema/facet_id.h"
#include "shared/columns/column.h"

namespace dateline {

struct CountedValue {
  FacetId facet = 0;
  std::uint64_t count = 0;
  friend bool operator==(const CountedValue&, const CountedValue&) = default;
};

class FacetCounter {
 public:
  using Kinds = std::array<bool, kFacetKinds>;  // which to count

  // One pass over the documents for all kinds. An article counts once for a value, also when it has several that were
  // merged.
  void count(const DocidList& documents, const ColumnReader& facets, const FacetRemap& remap, const Kinds& kinds);

  // The same where the articles of one story count once for all their values together.
  void count_stories(const StoryGroups& groups, const ColumnReader& facets, const FacetRemap& remap,
                     const Kinds& kinds);

  [[nodiscard]] std::uint64_t count_of(FacetId id) const;
  [[nodiscard]] std::uint64_t distinct(FacetKind kind) const;
  // The `limit` most frequent (0: all), by falling count, then by id.
  [[nodiscard]] std::vector<CountedValue> top(FacetKind kind, std::size_t limit) const;

 private:
  void add(FacetId id);
  // By kind, by ordinal: ordinals are dense, so that this is the smallest and quickest table.
  std::array<std::vector<std::uint32_t>, 8> counts_;
};

}  // namespace dateline
