// The counting loop is the hot path of faceted search: no allocation but when a table grows.
#include "query/engine/facet_counter.h"

#include <algorithm>

#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

constexpr std::uint32_t ordinal_of(FacetId id) {
  return id >> 3;
}
constexpr std::size_t kind_index(FacetId id) {
  return id & 7U;
}

bool has_moved(const FacetRecord& record, const FacetRemap& remap) {
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (remap.moves(record[i])) return true;
  }
  return false;
}

}  // namespace

inline void FacetCounter::add(FacetId id) {
  std::vector<std::uint32_t>& counts = counts_[kind_index(id)];
  const std::size_t at = ordinal_of(id);
  if (at >= counts.size()) [[unlikely]]
    counts.resize(std::max(at + 1, counts.size() * 2));
  ++counts[at];
}

void FacetCounter::count(const DocidList& documents, const ColumnReader& facets, const FacetRemap& remap,
                         const Kinds& kinds) {
  std::array<bool, 8> wanted{};
  std::copy(kinds.begin(), kinds.end(), wanted.begin());
  std::vector<FacetId> standing;  // of one article with merged values
  for (const Docid docid : documents) {
    const FacetRecord record(facets.record(docid));
    const std::size_t size = record.size();
    if (remap.empty() || !has_moved(record, remap)) {
      for (std::size_t i = 0; i < size; ++i) {
        if (const FacetId id = record[i]; wanted[kind_index(id)]) add(id);
      }
      continue;
    }
    standing.clear();
    for (std::size_t i = 0; i < size; ++i) {
      if (const FacetId id = remap(record[i]); id != 0) standing.push_back(id);  // 0: rejected
    }
    std::sort(standing.begin(), standing.end());
    standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
    for (const FacetId id : standing) {
      if (wanted[kind_index(id)]) add(id);
    }
  }
}

void FacetCounter::count_stories(const StoryGroups& groups, const ColumnReader& facets, const FacetRemap& remap,
                                 const Kinds& kinds) {
  count(groups.alone, facets, remap, kinds);
  std::array<bool, 8> wanted{};
  std::copy(kinds.begin(), kinds.end(), wanted.begin());
  std::vector<FacetId> values;  // of one story
  for (auto member = groups.members.begin(); member != groups.members.end();) {
    values.clear();
    for (const FacetId story = member->story; member != groups.members.end() && member->story == story; ++member) {
      const FacetRecord record(facets.record(member->document));
      for (std::size_t i = 0; i < record.size(); ++i) {
        if (const FacetId id = remap(record[i]); id != 0 && wanted[kind_index(id)]) values.push_back(id);
      }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const FacetId id : values) add(id);
  }
}

std::uint64_t FacetCounter::count_of(FacetId id) const {
  const std::vector<std::uint32_t>& counts = counts_[kind_index(id)];
  return ordinal_of(id) < counts.size() ? counts[ordinal_of(id)] : 0;
}

std::uint64_t FacetCounter::distinct(FacetKind kind) const {
  const std::vector<std::uint32_t>& counts = counts_[static_cast<std::size_t>(kind)];
  return counts.size() - static_cast<std::size_t>(std::count(counts.begin(), counts.end(), 0U));
}

std::vector<CountedValue> FacetCounter::top(FacetKind kind, std::size_t limit) const {
  const std::vector<std::uint32_t>& counts = counts_[static_cast<std::size_t>(kind)];
  const auto before = [](const CountedValue& a, const CountedValue& b) {
    return a.count != b.count ? a.count > b.count : a.facet < b.facet;
  };
  // A heap of the best so far with the least of them on top; few of the many values get past it.
  std::vector<CountedValue> best;
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    const std::uint32_t count = counts[ordinal];
    if (count == 0 || (limit != 0 && best.size() == limit && count <= best.front().count)) continue;
    if (limit != 0 && best.size() == limit) {
      std::pop_heap(best.begin(), best.end(), before);
      best.pop_back();
    }
    best.push_back({make_facet_id(ordinal, kind), count});
    if (limit != 0) std::push_heap(best.begin(), best.end(), before);
  }
  std::sort(best.begin(), best.end(), before);
  return best;
}

}  // namespace dateline
