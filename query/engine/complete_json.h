// Completions as JSON. The shape is fixed: docs/complete.schema.json; add fields, change none.
#pragma once

#include <string>

#include "query/engine/complete.h"

namespace dateline {

std::string_view name_of(CompletionKind kind);  // "field", "word", "name"
std::string completions_to_json(const Completions& completions);

}  // namespace dateline
