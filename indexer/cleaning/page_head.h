// What stands above a story: furniture, source, headline, byline, date.
#pragma once

#include "indexer/cleaning/page_lines.h"
#include "shared/base/article.h"

namespace dateline {

// Takes these lines off the page and fills title, source, authors, published, url, language and dateline of `article`
// from them. Stops at the first line that it cannot place; only a byline or a date is looked for a little further down,
// since a standfirst may stand above them.
void take_page_head(PageLines& page, Article& article);

}  // namespace dateline
