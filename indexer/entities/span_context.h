// What stands around a name: the role before it, a bracket, a line of capitals. Knows no entities.
#pragma once

#include <string_view>

#include "indexer/entities/gazetteer_cache.h"
#include "indexer/entities/name_span.h"

namespace dateline {

// Fills the context of `span`, a span of `text`. Looks at a bounded number of bytes.
void read_context(std::string_view text, GazetteerCache& gazetteer, NameSpan& span);

}  // namespace dateline
