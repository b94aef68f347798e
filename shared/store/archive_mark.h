// How far an archive had come at some moment, so that one can ask later what is new since.
#pragma once

#include <cstdint>

#include "shared/base/article.h"

namespace dateline {

struct ArchiveMark {
  std::int64_t seq = 0;   // the change log up to here
  ArticleId article = 0;  // articles that had come by then have this id at most, later ones a higher one
  friend bool operator==(const ArchiveMark&, const ArchiveMark&) = default;
};

// An article and the last change of it.
struct ChangedArticle {
  ArticleId article = 0;
  std::int64_t seq = 0;
};

}  // namespace dateline
