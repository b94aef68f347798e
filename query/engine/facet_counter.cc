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
  std::vector<CountedValue> values;
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    if (counts[ordinal] != 0) values.push_back({make_facet_id(ordinal, kind), counts[ordinal]});
  }
  const auto before = [](const CountedValue& a, const CountedValue& b) {
    return a.count != b.count ? a.count > b.count : a.facet < b.facet;
  };
  const std::size_t wanted = limit == 0 ? values.size() : std::min(limit, values.size());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(wanted);
  std::partial_sort(values.begin(), middle, values.end(), before);
  values.erase(middle, values.end());
  return values;
}

}  // namespace dateline
