// What can stand beside NEAR and between the commas of together(…).
#pragma once

#include "query/parser/query_tree.h"

namespace dateline {

// A word, a phrase, or several of these joined by OR.
Result<void> check_near_operand(const QueryNode& node);

// Words, phrases and names, also joined by AND and OR.
Result<void> check_together_part(const QueryNode& node);

}  // namespace dateline
