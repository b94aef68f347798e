// Who wrote the story, as the page declares or shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/page_date.h"
#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"

namespace dateline {

struct PageAuthors {
  std::vector<std::string> names;
  std::string_view from;  // a literal; "" where there are none
};

// "By Jane Doe", "Von Grete Holm": the line without its first word; "" where it is no byline.
std::string_view name_of_byline(std::string_view line);

PageAuthors choose_authors(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                           const StoryPlace& place);

}  // namespace dateline
