// One article with everything that is known of it, for `show`.
#pragma once

#include <string>
#include <vector>

#include "shared/base/article.h"
#include "shared/store/stories.h"

namespace dateline {

struct ViewedEntity {
  FacetId facet = 0;  // the value that stands for it now, merges followed
  FacetKind kind = FacetKind::kPerson;
  std::string name;
  std::vector<Mention> mentions;
};

struct ArticleView {
  Article article;
  std::string published;  // ISO 8601
  std::uint64_t words = 0;
  std::vector<ViewedEntity> entities;     // by falling number of mentions, then name
  std::string story;                      // decimal FacetId; "" where the article has no near copy
  std::vector<ArticleAddress> addresses;  // where it is to be found, its own place among them
  std::vector<ArticleVersion> versions;   // its near copies, and theirs; by date
};

}  // namespace dateline
