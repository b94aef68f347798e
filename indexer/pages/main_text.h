// Finds the story on a page: the element around it, and what inside is not it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"
#include "indexer/pages/story_blocks.h"

namespace dateline {

// What is known of the story before it is found.
struct StoryHints {
  std::optional<PageIndex> heading;  // the element of its headline
  std::string_view title;
  std::string_view description;  // as <meta> has it: often the first paragraph
};

struct MainText {
  PageIndex root = 0;              // the element around the story
  std::string_view from;           // how it was found; a literal
  std::vector<StoryBlock> blocks;  // its text, without furniture
};

MainText find_main_text(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryHints& hints);

}  // namespace dateline
