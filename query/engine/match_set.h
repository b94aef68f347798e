// The articles that a query with its filters means, as a set. What analyses begin with. Knows no Xapian.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/engine/entity_articles.h"

namespace dateline {

struct MatchSet {
  std::string parsed;  // the tree as an s-expression
  DocidList documents;
  std::vector<std::string> notes;
};

// Of the request: text, match, selections, date_filter, timeout_ms; a note says where the time was over. kQuery for a
// wrong query.
Result<MatchSet> match_articles(const EntityReader& reader, const SearchRequest& request);

// Every article that can be found.
Result<DocidList> all_articles(const EntityReader& reader);

}  // namespace dateline
