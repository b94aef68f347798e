// SearchResults and articles as JSON. The shape is fixed: docs/ has its schema; add fields, change none.
#pragma once

#include <string>

#include "query/engine/article_view.h"
#include "query/engine/search.h"

namespace dateline {

inline constexpr std::uint32_t kJsonFormatVersion = 1;

std::string results_to_json(const SearchResults& results);
std::string article_to_json(const ArticleView& article);

// HTML-escaped, with <mark> around the highlights.
std::string snippet_to_html(const Snippet& snippet);

}  // namespace dateline
