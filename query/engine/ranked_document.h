// A document with its place in the order of hits, and what its score is made of.
#pragma once

#include <cmath>
#include <cstdint>

#include "query/engine/docid.h"
#include "shared/base/article.h"

namespace dateline {

// (text + proximity) · 2^−half_lives.
struct ScoreParts {
  double text = 0;        // BM25
  double proximity = 0;   // the query's words stand together in it
  double half_lives = 0;  // its age; 0 where age is not asked about
  [[nodiscard]] double score() const { return (text + proximity) * std::exp2(-half_lives); }
};

struct RankedDocument {
  Docid docid = 0;
  ScoreParts parts;
  std::int64_t time = kNoTime;  // newer is higher; all that it is used for is order

  static constexpr std::int64_t kNoTime = INT64_MIN;
  // What hits are sorted by, high ones first. Of aged scores the logarithm, so that the order stays right where the
  // score itself is too small for a double.
  [[nodiscard]] double rank_value(bool aged) const {
    return aged ? std::log2(parts.text + parts.proximity) - parts.half_lives : parts.text + parts.proximity;
  }
};

// The same as the engine's callers see it.
struct RankedArticle {
  ArticleId article = 0;
  Docid document = 0;
  double score = 0;
  ScoreParts parts;
};

}  // namespace dateline
