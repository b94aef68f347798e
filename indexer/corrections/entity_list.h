// A user's own list of entities, as CSV with a head or as JSON (an array, or one object a line) → values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/corrections.h"

namespace dateline {

// Columns or members: kind, name, aliases (in CSV separated by ';'), external_id; others are passed over. kUnreadable,
// with the number of the line, for the first thing that is not understood. An entity that is given twice has the
// aliases of both.
Result<std::vector<ListedEntity>> parse_entity_list(std::string_view bytes);

}  // namespace dateline
