// Walks a sorted list.
#include "query/engine/xapian_scored_source.h"

#include <algorithm>

namespace dateline {

void ScoredSource::init(const Xapian::Database& /*database*/) {
  next_ = 0;
  set_maxweight(scores_.empty() ? 0 : *std::max_element(scores_.begin(), scores_.end()));
}

void ScoredSource::next(double /*min_weight*/) {
  ++next_;
}

void ScoredSource::skip_to(Xapian::docid to, double /*min_weight*/) {
  const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
  next_ = static_cast<std::size_t>(std::lower_bound(from, documents_.end(), to) - documents_.begin()) + 1;
}

}  // namespace dateline
