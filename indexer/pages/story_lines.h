// Lines inside the story's element that are not the story: "Read more: …", link lists, buttons' words, the headline
// again.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/pages/story_blocks.h"

namespace dateline {

// Drops these blocks; the order of the others stays.
void drop_furniture_lines(std::vector<StoryBlock>& blocks, std::string_view title);

}  // namespace dateline
