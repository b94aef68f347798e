// Whether a word is one of those that a wildcard, a regular expression or a word with typing errors stands for: by the
// definition, letter by letter.
#pragma once

#include <functional>
#include <string>

#include "query/parser/query_tree.h"

namespace dateline::testing {

bool is_pattern_node(const QueryNode& node);
// Of a pattern node; asks about folded words.
std::function<bool(const std::string&)> brute_pattern(const QueryNode& node);

}  // namespace dateline::testing
