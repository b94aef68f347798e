// Near copies among what matches: which documents are of one story, and pages with one hit a story. Knows no Xapian.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "query/engine/docid.h"
#include "query/engine/ranked_document.h"
#include "shared/base/result.h"
#include "shared/columns/column.h"
#include "shared/columns/facet_record.h"

namespace dateline {

// 0 where the article has no near copy.
inline FacetId story_of(const FacetRecord& record) {
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (kind_of(record[i]) == FacetKind::kStory) return record[i];
  }
  return 0;
}

struct StoryMember {
  FacetId story = 0;
  Docid document = 0;
};

// Documents that are alone, and those of stories, which lie side by side.
struct StoryGroups {
  DocidList alone;                   // in the order given
  std::vector<StoryMember> members;  // by story, then document
};
StoryGroups group_by_story(const DocidList& documents, const ColumnReader& facets);

// How many of the documents are of each of these stories. One pass, none where there are no stories.
std::unordered_map<FacetId, std::uint64_t> count_of_stories(const std::vector<FacetId>& stories,
                                                            const DocidList& documents, const ColumnReader& facets);

// The page from `offset` on where each story is one hit, its best. `rank` gives the first hits of the whole ranking, as
// many as asked or all that there are, at most `most`; it is asked for more until the page is full.
using RankFirst = std::function<Result<std::vector<RankedArticle>>(std::uint64_t)>;
Result<std::vector<RankedArticle>> collapsed_page(std::uint64_t offset, std::uint64_t limit, std::uint64_t most,
                                                  const ColumnReader& facets, const RankFirst& rank);

}  // namespace dateline
