// Explanations as JSON. The shape is fixed: docs/explain.schema.json; add fields, change none.
#pragma once

#include <string>

#include "query/engine/explain.h"

namespace dateline {

std::string explanation_to_json(const Explanation& explanation);

}  // namespace dateline
