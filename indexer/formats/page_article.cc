// The sender's charset comes before the page's own, as in browsers.
#include "indexer/formats/page_article.h"

#include "indexer/formats/format_tools.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/pages/html_signs.h"
#include "indexer/pages/read_page.h"

namespace dateline {

Result<Article> article_of_page(std::string_view bytes, const PageOrigin& origin) {
  auto html = decode_page(bytes, origin.charset.empty() ? declared_charset(bytes) : std::string(origin.charset));
  if (!html) return std::move(html).error();
  Article article = read_page(*html, origin.address);
  if (article.text.empty()) return unreadable("an HTML page without the text of a story");
  return article;
}

}  // namespace dateline
