// What to try when nothing has all the words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "query/engine/search.h"
#include "query/parser/query_tree.h"

namespace dateline {

// "3 articles have most of these words: --match most". `count` says how many articles match the query in a mode. ""
// where a looser mode finds nothing either, or the query has no list of words that could be loosened.
Result<std::string> suggest(const QueryNode& tree, MatchMode asked,
                            const std::function<Result<std::uint64_t>(MatchMode)>& count);

}  // namespace dateline
