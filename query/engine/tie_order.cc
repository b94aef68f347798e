// Two ways: the ids of those that tie are read and sorted; or, where very many tie, all ids are read in their order
// until enough of them are of those.
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

class TieOrder {
 public:
  TieOrder(IndexSnapshot& snapshot, const Catalog& catalog) : snapshot_(snapshot), catalog_(catalog) {}

  // As far as the `needed` first of them are concerned.
  Result<void> order(Place begin, Place end, std::size_t needed) {
    const auto size = static_cast<std::size_t>(end - begin);
    if (size < 2) return {};
    return walk_is_better(size, needed) ? pick_in_order(begin, end, needed) : sort_by_key(begin, end);
  }

 private:
  // How many ids the walk is to read, if those that tie are spread evenly. What it has read is kept for the next page.
  [[nodiscard]] bool walk_is_better(std::size_t size, std::size_t needed) const {
    const double walked = static_cast<double>(needed) * static_cast<double>(snapshot_.searcher.state().documents) /
                          static_cast<double>(size);
    return walked < static_cast<double>(size);
  }

  Result<void> sort_by_key(Place begin, Place end) {
    DocidList documents;
    for (Place at = begin; at != end; ++at) documents.push_back(at->docid);
    const auto articles = snapshot_.searcher.articles_at(documents);
    if (!articles) return articles.error();
    auto keys = catalog_.keys_of(*articles);
    if (!keys) return std::move(keys).error();
    std::vector<std::pair<std::string, RankedDocument>> keyed;
    for (Place at = begin; at != end; ++at) keyed.emplace_back(std::move((*keys)[keyed.size()]), *at);
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), begin, [](const auto& entry) { return entry.second; });
    return {};
  }

  Result<void> pick_in_order(Place begin, Place end, std::size_t needed) {
    const auto lower = [](const RankedDocument& a, const RankedDocument& b) { return a.docid < b.docid; };
    std::sort(begin, end, lower);
    std::vector<bool> is_picked(static_cast<std::size_t>(end - begin));
    std::vector<RankedDocument> picked;
    for (std::size_t next = 0; picked.size() < needed; ++next) {
      const auto docid = snapshot_.key_order.at(next, snapshot_.searcher, catalog_);
      if (!docid) return docid.error();
      if (!*docid) break;
      const Place found = std::lower_bound(begin, end, RankedDocument{.docid = **docid}, lower);
      if (found == end || found->docid != **docid) continue;
      is_picked[static_cast<std::size_t>(found - begin)] = true;
      picked.push_back(*found);
    }
    // The others stand behind: also those whose articles a writer removed from the catalog meanwhile.
    for (Place at = begin; at != end; ++at) {
      if (!is_picked[static_cast<std::size_t>(at - begin)]) picked.push_back(*at);
    }
    std::copy(picked.begin(), picked.end(), begin);
    return {};
  }

  IndexSnapshot& snapshot_;
  const Catalog& catalog_;
};

}  // namespace

Result<void> order_ties(std::vector<RankedDocument>& ranked, std::size_t needed, IndexSnapshot& snapshot,
                        const Catalog& catalog) {
  TieOrder ties(snapshot, catalog);
  for (Place begin = ranked.begin(); begin != ranked.end();) {
    const auto place = static_cast<std::size_t>(begin - ranked.begin());
    if (place >= needed) return {};
    const Place end =
        std::find_if(begin, ranked.end(), [&](const RankedDocument& other) { return !tie(other, *begin); });
    const auto size = static_cast<std::size_t>(end - begin);
    if (auto ordered = ties.order(begin, end, std::min(size, needed - place)); !ordered) return ordered;
    begin = end;
  }
  return {};
}

}  // namespace dateline
