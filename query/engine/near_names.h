// Names that a mistyped one is perhaps meant to be.
#pragma once

#include <string_view>
#include <vector>

#include "shared/store/sqlite_catalog.h"

namespace dateline {

// Values one of whose names, or of whose names' words, begins with the same letter and is few typing errors away from
// `key` (name_key): those with the fewest errors, at most 100, as stored.
Result<std::vector<FacetId>> near_names(const Catalog& catalog, FacetKind kind, std::string_view key);

}  // namespace dateline
