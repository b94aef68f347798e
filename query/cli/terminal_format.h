// Views → text for people. Pure functions: same view and screen, same bytes.
#pragma once

#include <string>
#include <vector>

#include "query/cli/screen.h"
#include "query/cli/views.h"

namespace dateline::cli {

std::string format_results(const ResultsView& results, const Screen& screen);
// The header and the facets, without hits.
std::string format_counts(const ResultsView& results, const Screen& screen);
std::string format_article(const ArticleView& article, const Screen& screen);

// Facets side by side as the width allows; "" for none.
std::string format_facets(const std::vector<FacetView>& facets, const Screen& screen);

// An s-expression over several lines, one node a line.
std::string format_tree(std::string_view sexpr);

}  // namespace dateline::cli
