// Trees that a parser could have made, with every kind of node.
#pragma once

#include <random>

#include "query/parser/query_tree.h"

namespace dateline {

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t limit) {
  return random() % limit;
}

// At most `depth` levels above its leaves.
QueryNode random_tree(Random& random, int depth);

}  // namespace dateline
