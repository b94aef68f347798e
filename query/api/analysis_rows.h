// What several handles of dateline_analysis.h have: rows that point into the engine's values.
#pragma once

#include <dateline_analysis.h>

#include <vector>

#include "query/engine/analysis.h"

namespace dateline {

inline dateline_kind kind_of_values(const std::optional<FacetKind>& kind) {
  return kind ? static_cast<dateline_kind>(*kind) : DATELINE_WORD;
}

inline dateline_typical typical_row(const TypicalValue& value) {
  return {.kind = kind_of_values(value.kind),
          .id = value.id.c_str(),
          .name = value.name.c_str(),
          .here = value.here,
          .there = value.there,
          .score = value.score};
}

// `values` must stay where they are.
inline std::vector<dateline_typical> typical_rows(const std::vector<TypicalValue>& values) {
  std::vector<dateline_typical> rows;
  rows.reserve(values.size());
  for (const TypicalValue& value : values) rows.push_back(typical_row(value));
  return rows;
}

}  // namespace dateline
