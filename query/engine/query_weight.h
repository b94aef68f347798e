// Which parts of a query give an article a score, and which only say whether it matches.
#pragma once

#include "query/parser/query_tree.h"

namespace dateline {

// Of the node itself, without its boost.
bool has_weight(const QueryNode& node);

// Whether every match has the same score: the newest come first then, also where the order is by relevance.
bool gives_no_scores(const QueryNode& tree);

}  // namespace dateline
