// Stories are read from the facet column, like all that is counted.
#include "query/engine/stories.h"

#include <algorithm>
#include <unordered_set>

namespace dateline {

StoryGroups group_by_story(const DocidList& documents, const ColumnReader& facets) {
  StoryGroups groups;
  groups.alone.reserve(documents.size());
  for (const Docid docid : documents) {
    const FacetId story = story_of(FacetRecord(facets.record(docid)));
    if (story == 0) {
      groups.alone.push_back(docid);
    } else {
      groups.members.push_back({story, docid});
    }
  }
  std::sort(groups.members.begin(), groups.members.end(), [](const StoryMember& a, const StoryMember& b) {
    return a.story != b.story ? a.story < b.story : a.document < b.document;
  });
  return groups;
}

std::unordered_map<FacetId, std::uint64_t> count_of_stories(const std::vector<FacetId>& stories,
                                                            const DocidList& documents, const ColumnReader& facets) {
  std::unordered_map<FacetId, std::uint64_t> counts;
  for (const FacetId story : stories) {
    if (story != 0) counts[story] = 0;
  }
  if (counts.empty()) return counts;
  for (const Docid docid : documents) {
    const FacetId story = story_of(FacetRecord(facets.record(docid)));
    if (story == 0) continue;
    if (const auto counted = counts.find(story); counted != counts.end()) ++counted->second;
  }
  return counts;
}

Result<std::vector<RankedArticle>> collapsed_page(std::uint64_t offset, std::uint64_t limit, std::uint64_t most,
                                                  const ColumnReader& facets, const RankFirst& rank) {
  if (offset >= most || limit == 0) return std::vector<RankedArticle>();
  const std::uint64_t wanted = offset + std::min(limit, most - offset);
  // A quarter more: most often one ranking is enough.
  for (std::uint64_t depth = wanted + wanted / 4 + 8;; depth *= 2) {
    const auto ranked = rank(std::min(depth, most));
    if (!ranked) return ranked.error();
    std::unordered_set<FacetId> seen;
    std::vector<RankedArticle> page;
    std::uint64_t hits = 0;
    for (const RankedArticle& article : *ranked) {
      const FacetId story = story_of(FacetRecord(facets.record(article.document)));
      if (story != 0 && !seen.insert(story).second) continue;
      if (hits++ >= offset) page.push_back(article);
      if (hits == wanted) return page;
    }
    if (ranked->size() < depth) return page;
  }
}

}  // namespace dateline
