// What of a page's markup is never read goes before the parser sees it: scripts, styles, drawings, comments. On real
// pages that is half of the bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct StrippedMarkup {
  std::string markup;
  std::vector<std::string_view> json_ld;  // the contents of <script type="application/ld+json">; point into the input
};

// `html` is UTF-8. One pass, linear in its size, whatever is in it.
StrippedMarkup strip_markup(std::string_view html);

}  // namespace dateline
