// Both lists are in order, so that one pass is enough.
#include "indexer/entities/name_span.h"

namespace dateline {

bool lies_before(const NameSpan& a, const NameSpan& b) {
  return a.in_title == b.in_title ? a.end <= b.begin : a.in_title;
}

void put_over(const std::vector<NameSpan>& winners, std::vector<NameSpan>& spans) {
  if (winners.empty()) return;
  std::vector<NameSpan> merged;
  merged.reserve(spans.size() + winners.size());
  std::size_t s = 0;
  for (const NameSpan& winner : winners) {
    while (s < spans.size() && lies_before(spans[s], winner)) merged.push_back(spans[s++]);
    merged.push_back(winner);
    while (s < spans.size() && !lies_before(winner, spans[s])) ++s;
  }
  merged.insert(merged.end(), spans.begin() + static_cast<std::ptrdiff_t>(s), spans.end());
  spans.swap(merged);
}

}  // namespace dateline
