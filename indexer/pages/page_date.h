// When the story was published, of the many dates a page has.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"
#include "shared/base/date.h"

namespace dateline {

struct PageDate {
  PublishedDate date;
  std::string_view from;  // a literal; "text (guessed)" where nothing but the visible text says it
};

struct StoryPlace {
  std::optional<PageIndex> heading;
  PageIndex root = 0;
};

// Declared dates of publication, the address, <time>, then what stands around the story's heading. Dates of changes are
// none. `url` may be empty, `language` too.
std::optional<PageDate> choose_date(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                                    const StoryPlace& place, std::string_view url, std::string_view language);

}  // namespace dateline
