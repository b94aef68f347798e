// The bytes of one HTML page, from wherever they come, as an Article. What is not of the page (key, path, record) is
// the format's business.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/article.h"
#include "shared/base/result.h"

namespace dateline {

// What is known of a page from outside.
struct PageOrigin {
  std::string_view charset{};  // as its sender says, in lower case; "" where nobody does
  std::string_view address{};  // where it was fetched from
};

// kUnreadable where it is no page, or has no story.
Result<Article> article_of_page(std::string_view bytes, const PageOrigin& origin);

}  // namespace dateline
