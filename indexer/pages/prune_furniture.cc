// A name can be wrong: <body class="has-sidebar">, a theme that calls its column "widget". So nothing goes that holds
// much of the page's prose.
#include "indexer/pages/prune_furniture.h"

#include "indexer/pages/page_measures.h"

namespace dateline {
namespace {

bool is_control(PageTag tag) {
  switch (tag) {
    case PageTag::kHead:
    case PageTag::kNav:
    case PageTag::kButton:
    case PageTag::kInput:
    case PageTag::kSelect:
    case PageTag::kTextarea:
    case PageTag::kOption:
    case PageTag::kScript:
    case PageTag::kStyle:
    case PageTag::kSvg:
    case PageTag::kTemplate:
    case PageTag::kIframe:
    case PageTag::kObject:
    case PageTag::kEmbed:
    case PageTag::kAudio:
    case PageTag::kVideo:
    case PageTag::kCanvas:
    case PageTag::kMap:
    case PageTag::kDialog:
    case PageTag::kMenu:
    case PageTag::kNoscript:
    case PageTag::kLabel:
    case PageTag::kLegend:
      return true;
    default:
      return false;
  }
}

// Shares of the page's prose, in hundredths, from which on a name is not believed; 0: it says nothing.
unsigned most_prose(PageTag tag, PageMarks marks, PruneLevel level) {
  if ((marks & kMarkHidden) != 0) return 60;
  if ((marks & kMarkComments) != 0) return 80;
  if ((marks & kMarkEmbed) != 0) return 0;
  if ((marks & kMarkFurniture) != 0) return level == PruneLevel::kAll ? 30 : 5;
  if (tag == PageTag::kAside || tag == PageTag::kFooter || tag == PageTag::kFigcaption) return 30;
  if (level == PruneLevel::kCertain) return 0;
  if ((marks & kMarkTeaser) != 0) return (marks & (kMarkStory | kMarkBody)) != 0 ? 0 : 30;
  if ((marks & (kMarkCredit | kMarkCaption | kMarkTags)) != 0) return 10;
  return 0;
}

bool may_be_list(PageTag tag) {
  return tag == PageTag::kUl || tag == PageTag::kOl || tag == PageTag::kDl || tag == PageTag::kDiv ||
         tag == PageTag::kSection || tag == PageTag::kTable || tag == PageTag::kHeader || tag == PageTag::kAside;
}

// Whether an element around `at` names itself the story's text: what is in it are no teasers.
std::vector<bool> inside_body(const PageTree& tree, const std::vector<PageMarks>& marks) {
  std::vector<bool> inside(tree.nodes.size(), false);
  for (PageIndex at = 1; at < tree.nodes.size(); ++at) {
    const PageIndex parent = tree.nodes[at].parent;
    inside[at] = inside[parent] || (marks[parent] & kMarkBody) != 0;
  }
  return inside;
}

}  // namespace

std::vector<bool> without_controls(const PageTree& tree) {
  std::vector<bool> removed(tree.nodes.size(), false);
  for (PageIndex at = 0; at < tree.nodes.size(); ++at) removed[at] = is_control(tree.nodes[at].tag);
  return removed;
}

void prune_by_marks(const PageTree& tree, const std::vector<PageMarks>& marks, PruneLevel level,
                    std::vector<bool>& removed) {
  const auto measures = measure_page(tree, removed);
  const auto inside = inside_body(tree, marks);
  const std::uint64_t all = measures[0].prose;
  for (PageIndex at = 0; at < tree.nodes.size();) {
    const PageNode& node = tree.nodes[at];
    const bool page = node.tag == PageTag::kBody || node.tag == PageTag::kHtml;
    const PageMarks believed = inside[at] ? marks[at] & ~kMarkTeaser : marks[at];
    const unsigned most = page ? 0 : most_prose(node.tag, believed, level);
    if (!removed[at] && most > 0 && measures[at].prose * std::uint64_t{100} <= all * most) removed[at] = true;
    at = removed[at] ? node.end : at + 1;
  }
}

void prune_link_lists(const PageTree& tree, PageIndex root, std::vector<bool>& removed) {
  const auto measures = measure_page(tree, removed);
  for (PageIndex at = root + 1; at < tree.nodes[root].end;) {
    const NodeMeasure& measure = measures[at];
    const bool list = may_be_list(tree.nodes[at].tag) && measure.letters > 0 &&
                      measure.linked * std::uint64_t{100} >= measure.letters * std::uint64_t{66} &&
                      measure.prose * std::uint64_t{5} < measure.letters;
    if (list) removed[at] = true;
    at = removed[at] ? tree.nodes[at].end : at + 1;
  }
}

}  // namespace dateline
