// What must hold for every page; used by the fuzzer and by the test with seeded mutations.
#pragma once

#include <string>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/pages/html_signs.h"
#include "indexer/pages/read_page.h"
#include "shared/base/strings.h"

namespace dateline {

// "" where all is well, else what is wrong. `bytes` may be anything; what is no UTF-8 is left out.
inline std::string check_page(std::string_view bytes) {
  looks_like_html(bytes);
  declared_charset(bytes);
  if (find_invalid_utf8(bytes) != std::string_view::npos) return {};
  const Article article = read_page(bytes);
  if (!article.text.empty() && article.title.empty()) return "a text without a title";
  if (article.title.find('\n') != std::string::npos) return "a title of several lines";
  if (normalize_text(article.text) != article.text) return "a text that is not normalised";
  for (const std::string* part :
       {&article.title, &article.source, &article.url, &article.language, &article.dateline, &article.text}) {
    if (find_invalid_utf8(*part) != std::string_view::npos || part->find('\0') != std::string::npos)
      return "a field that is no clean UTF-8";
  }
  for (const std::string& name : article.authors) {
    if (name.empty() || find_invalid_utf8(name) != std::string_view::npos) return "an odd name";
  }
  return {};
}

}  // namespace dateline
