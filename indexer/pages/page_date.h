// When the story was published, of the many dates a page has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/date_nodes.h"
#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"
#include "shared/base/date.h"

namespace dateline {

struct PageDate {
  PublishedDate date;
  std::string from;  // "text (guessed)" where nothing but the visible text says it
};

// Declared dates of publication, the address, <time>, then what the visible text says. Dates of changes are none. `url`
// may be empty, `language` too.
std::optional<PageDate> choose_date(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                                    const StoryPlace& place, std::string_view url, std::string_view language);

}  // namespace dateline
