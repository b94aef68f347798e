// Ids are read from the catalog for those that tie, and for no others.
#include "query/engine/tie_order.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline {
namespace {

using Place = std::vector<RankedDocument>::iterator;

bool tie(const RankedDocument& a, const RankedDocument& b) {
  return a.parts.text == b.parts.text && a.parts.half_lives == b.parts.half_lives && a.time == b.time;
}

Result<void> order_by_key(Place begin, Place end, XapianSearcher& searcher, const Catalog& catalog) {
  DocidList documents;
  for (Place at = begin; at != end; ++at) documents.push_back(at->docid);
  const auto articles = searcher.articles_at(documents);
  if (!articles) return articles.error();
  auto keys = catalog.keys_of(*articles);
  if (!keys) return std::move(keys).error();
  std::vector<std::pair<std::string, RankedDocument>> keyed;
  for (Place at = begin; at != end; ++at) keyed.emplace_back(std::move((*keys)[keyed.size()]), *at);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(keyed.begin(), keyed.end(), begin, [](const auto& entry) { return entry.second; });
  return {};
}

}  // namespace

Result<void> order_ties(std::vector<RankedDocument>& ranked, XapianSearcher& searcher, const Catalog& catalog) {
  for (Place begin = ranked.begin(); begin != ranked.end();) {
    const Place end =
        std::find_if(begin, ranked.end(), [&](const RankedDocument& other) { return !tie(other, *begin); });
    const auto size = static_cast<std::size_t>(end - begin);
    if (size > 1 && size <= kMostTied) {
      if (auto ordered = order_by_key(begin, end, searcher, catalog); !ordered) return ordered;
    }
    begin = end;
  }
  return {};
}

}  // namespace dateline
