// A news page in HTML → an Article: title, date, authors, source, address, language and the story.
#pragma once

#include <string_view>

#include "shared/base/article.h"

namespace dateline {

// `html` is valid UTF-8; `address` is where it was fetched from, "" where nobody knows: it may have the date that a
// page without an address of its own does not show. Key, path and record stay empty. An Article without text is no
// article: the page has none.
Article read_page(std::string_view html, std::string_view address = {});

}  // namespace dateline
