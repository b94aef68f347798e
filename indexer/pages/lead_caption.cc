// <figcaption> first; then what calls itself a caption.
#include "indexer/pages/lead_caption.h"

#include <algorithm>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/repair_mojibake.h"

namespace dateline {
namespace {

constexpr std::size_t kShortest = 10;  // bytes; below it are buttons and "AP"
constexpr std::size_t kLongest = 1'000;

template <typename IsCaption>
std::string first_of(const PageTree& tree, const std::vector<PageMarks>& marks, PageIndex begin, PageIndex end,
                     const IsCaption& is_caption) {
  for (PageIndex at = begin; at < end;) {
    if ((marks[at] & (kMarkComments | kMarkTeaser)) != 0 && tree.nodes[at].end <= end) {
      at = tree.nodes[at].end;
      continue;
    }
    if (is_caption(at) && tree.text_of(at).size() <= kLongest) {
      std::string caption = normalize_line(repair_mojibake(tree.text_of(at)));
      if (caption.size() >= kShortest) return caption;
    }
    ++at;
  }
  return {};
}

}  // namespace

std::string find_lead_caption(const PageTree& tree, const std::vector<PageMarks>& marks,
                              std::optional<PageIndex> heading, PageIndex root) {
  const PageIndex begin = std::min(heading.value_or(root), root);
  const PageIndex end = root + (tree.nodes[root].end - root) / 4 + 1;
  const auto is_figcaption = [&](PageIndex at) { return tree.nodes[at].tag == PageTag::kFigcaption; };
  const auto is_named = [&](PageIndex at) { return (marks[at] & kMarkCaption) != 0; };
  std::string caption = first_of(tree, marks, begin, end, is_figcaption);
  return caption.empty() ? first_of(tree, marks, begin, end, is_named) : caption;
}

}  // namespace dateline
