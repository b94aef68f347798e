// The passage of an article that shows best why it matched. Knows text and stems; no index.
#pragma once

#include <string_view>
#include <vector>

#include "query/engine/query_highlights.h"
#include "query/engine/search.h"
#include "shared/text/stemmer.h"

namespace dateline {

// About `bytes` bytes of `text` in one line, whole sentences where they fit: those with most of the query's different
// words, the earliest of equals. Without a match the beginning of the text. Linear in the text; looks at its first
// megabyte.
Snippet make_snippet(std::string_view text, const std::vector<HighlightForm>& forms, std::size_t bytes,
                     Stemmer& stemmer);

}  // namespace dateline
