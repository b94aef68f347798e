// How much text each part of a page has, and of what kind.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/pages/page_tree.h"

namespace dateline {

struct NodeMeasure {
  std::uint32_t letters = 0;  // bytes that are no blanks, of the node and all inside
  std::uint32_t linked = 0;   // of these, inside links
  std::uint32_t prose = 0;    // of these, outside of links, in blocks that look like paragraphs of a story
  std::uint32_t own = 0;      // of a block: letters that stand in it and in no block within it
  std::uint32_t own_linked = 0;
};

// One for each node. Nodes whose `removed` is true, and all in them, count nothing.
std::vector<NodeMeasure> measure_page(const PageTree& tree, const std::vector<bool>& removed);

// Whether a block with this much text of its own is a paragraph of prose, judged by its length and its links.
bool is_prose(const NodeMeasure& block);

}  // namespace dateline
