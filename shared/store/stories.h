// Stories as values: an article and its near copies.
#pragma once

#include <string>

#include "schema/facet_id.h"
#include "shared/text/near_copies.h"

namespace dateline {

struct NearArticle {
  ArticleId article = 0;
  NearSignature signature;
};

// A story is named by the id of its first article; 0 is none.
struct StoryPlace {
  ArticleId story = 0;  // of which the article is
  ArticleId shown = 0;  // of which it is in the index, by the change log
};

// One of the near copies of a story, for people to read.
struct ArticleVersion {
  ArticleId article = 0;
  std::string key, source, published, title;  // published: ISO 8601 with the known precision, "" for none
};

}  // namespace dateline
