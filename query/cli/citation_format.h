// Citations → text, article by article.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/cli/entity_views.h"
#include "query/cli/screen.h"

namespace dateline::cli {

// Neighbours of one article together: its title, where it is from, its sentences, each once. With `offsets`, each
// sentence has before it at which byte of the text its first mention begins.
std::vector<std::string> format_citations(std::span<const CitationView> citations, bool offsets, const Screen& screen);

}  // namespace dateline::cli
