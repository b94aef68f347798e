// Where an entity is named, with the sentence that names it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/engine/search.h"
#include "shared/base/article.h"

namespace dateline {

// The article of a citation: shared by all citations of it.
struct CitedArticle {
  std::string id;  // the article's key
  std::string title;
  bool title_made = false;
  std::string published;  // ISO with the known precision, "" for none
  std::string source, url;
};

struct Citation {
  std::shared_ptr<const CitedArticle> article;
  Mention mention;    // bytes of the article's text, or of its title
  std::string text;   // as it is written there
  TextSpan sentence;  // bytes of text or title
  Snippet passage;    // the sentence in one line, cut where it is very long; the mention is its only highlight
};

CitedArticle cited_article(const Article& article);

// Spans that do not lie in the article (damage) are left out. Linear in the text.
std::vector<Citation> cite(const Article& article, const std::vector<Mention>& mentions);

}  // namespace dateline
