// Texts count for their block first, then each node for its parent, last to first.
#include "indexer/pages/page_measures.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

constexpr std::uint32_t kLeastProse = 60;  // bytes; a shorter block may be a button or a heading

std::uint32_t letters_in(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool may_be_prose(PageTag tag) {
  return !is_heading(tag) && tag != PageTag::kTitle && tag != PageTag::kFigcaption && tag != PageTag::kHead &&
         tag != PageTag::kOption && tag != PageTag::kFooter;
}

}  // namespace

bool is_prose(const NodeMeasure& block) {
  return block.own - block.own_linked >= kLeastProse && block.own_linked * 2 < block.own;
}

std::vector<NodeMeasure> measure_page(const PageTree& tree, const std::vector<bool>& removed) {
  const std::size_t count = tree.nodes.size();
  std::vector<NodeMeasure> measures(count);
  std::vector<PageIndex> block_of(count, 0);
  PageIndex link_end = 0;
  for (PageIndex at = 0; at < count;) {
    const PageNode& node = tree.nodes[at];
    if (removed[at]) {
      at = node.end;
      continue;
    }
    block_of[at] = is_block(node.tag) ? at : block_of[node.parent];
    if (node.tag == PageTag::kA) link_end = std::max(link_end, node.end);
    if (node.tag == PageTag::kText) {
      NodeMeasure& own = measures[at];
      own.letters = letters_in(tree.text_of(at));
      own.linked = at < link_end ? own.letters : 0;
      measures[block_of[at]].own += own.letters;
      measures[block_of[at]].own_linked += own.linked;
    }
    ++at;
  }
  for (std::size_t at = count; at-- > 0;) {
    NodeMeasure& measure = measures[at];
    if (may_be_prose(tree.nodes[at].tag) && is_prose(measure)) measure.prose += measure.own - measure.own_linked;
    if (at == 0) break;
    NodeMeasure& parent = measures[tree.nodes[at].parent];
    parent.letters += measure.letters;
    parent.linked += measure.linked;
    parent.prose += measure.prose;
  }
  return measures;
}

}  // namespace dateline
