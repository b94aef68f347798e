// Analyses as JSON. The shapes are fixed: docs/ has their schemas; add fields, change none.
#pragma once

#include <string>

#include "query/engine/analysis.h"

namespace dateline {

std::string timeline_to_json(const Timeline& timeline);
std::string comparison_to_json(const Comparison& comparison);
std::string trends_to_json(const Trends& trends);

}  // namespace dateline
