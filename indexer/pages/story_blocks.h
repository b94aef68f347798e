// A part of a page → its text: paragraphs, headings and lists in order, without markup.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pages/page_tree.h"

namespace dateline {

// A block of text as it stands on the page: a paragraph, a heading, an item of a list, a row of a table.
struct StoryBlock {
  std::string text;
  PageIndex node = 0;            // the element that it is the text of
  PageTag tag = PageTag::kP;     // of that element
  std::uint32_t link_bytes = 0;  // bytes of `text` inside links
};

// The blocks of `root`, without nodes whose `removed` is true. Runs of blanks are one, as browsers show them; lines of
// <pre> and <br> are kept.
std::vector<StoryBlock> story_blocks(const PageTree& tree, const std::vector<bool>& removed, PageIndex root);

// A blank line between blocks; items of a list and rows of a table a line each.
std::string join_blocks(const std::vector<StoryBlock>& blocks);

}  // namespace dateline
