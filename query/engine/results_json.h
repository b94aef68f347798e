// SearchResults and articles as JSON. The shape is fixed: docs/ has its schema; add fields, change none.
#pragma once

#include <string>

#include "query/engine/article_view.h"
#include "query/engine/json_parts.h"
#include "query/engine/search.h"

namespace dateline {

std::string results_to_json(const SearchResults& results);
std::string hit_to_json(const Hit& hit);  // as it stands in the results, on one line
std::string article_to_json(const ArticleView& article);

}  // namespace dateline
