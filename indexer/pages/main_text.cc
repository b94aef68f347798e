// The story is where the page's prose is: first an element that names itself the story's text, then one around the
// story, then the smallest that holds nearly all prose.
#include "indexer/pages/main_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/pages/page_measures.h"
#include "indexer/pages/page_title.h"
#include "indexer/pages/prune_furniture.h"
#include "indexer/pages/story_lines.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLittleText = 250;  // bytes; below it another try may find more
constexpr std::size_t kLeastLead = 40;

bool is_container(PageTag tag) {
  return tag == PageTag::kDiv || tag == PageTag::kSection || tag == PageTag::kArticle || tag == PageTag::kMain ||
         tag == PageTag::kBody || tag == PageTag::kTable || tag == PageTag::kTbody || tag == PageTag::kTr ||
         tag == PageTag::kTd || tag == PageTag::kOther || tag == PageTag::kForm || tag == PageTag::kHtml ||
         tag == PageTag::kCenter || tag == PageTag::kSpan;
}

bool holds(std::uint32_t part, std::uint32_t whole, unsigned percent) {
  return std::uint64_t{part} * 100 >= std::uint64_t{whole} * percent && part > 0;
}

class RootFinder {
 public:
  RootFinder(const PageTree& tree, const std::vector<PageMarks>& marks, const std::vector<NodeMeasure>& measures)
      : tree_(tree), marks_(marks), measures_(measures) {}

  struct Root {
    PageIndex node = 0;
    std::string_view from;
  };

  Root find(const StoryHints& hints) const {
    const std::uint32_t all = measures_[0].prose;
    const auto body = most_prose(kMarkBody);
    if (body && holds(measures_[*body].prose, all, 45)) return {with_siblings(*body), "element of the story's text"};
    if (const auto around = around_heading(hints.heading)) return {descend(*around, 85), "article around the headline"};
    const auto story = most_prose(kMarkStory);
    if (story && holds(measures_[*story].prose, all, 50)) return {descend(*story, 85), "element of the story"};
    return {descend(0, 75), "element with most prose"};
  }

 private:
  // The element with `mark` that has most prose; of those with equally much the innermost.
  std::optional<PageIndex> most_prose(PageMarks mark) const {
    std::optional<PageIndex> best;
    for (PageIndex at = 1; at < tree_.nodes.size(); ++at) {
      if ((marks_[at] & mark) == 0 || !is_container(tree_.nodes[at].tag) || measures_[at].prose == 0) continue;
      if (!best || measures_[at].prose >= measures_[*best].prose) best = at;
    }
    return best;
  }

  // The <article> that has the headline: where several follow each other it is the first with it.
  std::optional<PageIndex> around_heading(std::optional<PageIndex> heading) const {
    for (PageIndex at = heading.value_or(0); at != 0; at = tree_.nodes[at].parent) {
      if (tree_.nodes[at].tag == PageTag::kArticle && holds(measures_[at].prose, measures_[0].prose, 15)) return at;
    }
    return std::nullopt;
  }

  PageIndex descend(PageIndex from, unsigned percent) const {
    PageIndex at = from;
    while (true) {
      PageIndex best = at;
      for (PageIndex child = at + 1; child < tree_.nodes[at].end; child = tree_.nodes[child].end) {
        if (is_container(tree_.nodes[child].tag) && holds(measures_[child].prose, measures_[at].prose, percent))
          best = child;
      }
      if (best == at) return at;
      at = best;
    }
  }

  // A body in several elements side by side: the one around them, where most of what it has more is of their kind.
  PageIndex with_siblings(PageIndex body) const {
    PageIndex at = body;
    for (int level = 0; level < 3 && at != 0; ++level) {
      const PageIndex parent = tree_.nodes[at].parent;
      const std::uint32_t more = measures_[parent].prose - measures_[at].prose;
      if (tree_.nodes[parent].tag == PageTag::kBody) break;
      if (more > 0 && holds(alike(parent, at), more, 60)) body = parent;
      at = parent;
    }
    return body;
  }

  // Prose of the children of `parent` that are marked as the story's text too, or are paragraphs.
  std::uint32_t alike(PageIndex parent, PageIndex body) const {
    std::uint32_t prose = 0;
    for (PageIndex child = parent + 1; child < tree_.nodes[parent].end; child = tree_.nodes[child].end) {
      const bool kin = (marks_[child] & kMarkBody) != 0 || tree_.nodes[child].tag == PageTag::kP;
      if (child != body && kin) prose += measures_[child].prose;
    }
    return prose;
  }

  const PageTree& tree_;
  const std::vector<PageMarks>& marks_;
  const std::vector<NodeMeasure>& measures_;
};

// Whether `text` is the description's beginning or the other way round.
bool is_description(std::string_view text, std::string_view description) {
  if (description.size() < kLeastLead) return false;
  const std::size_t common = std::min({text.size(), description.size(), std::size_t{60}});
  return text.substr(0, common) == description.substr(0, common) || title_likeness(text, description) >= 0.8;
}

bool is_marked_lead(const PageTree& tree, const std::vector<PageMarks>& marks, PageIndex node, PageIndex heading) {
  for (PageIndex at = node; at > heading; at = tree.nodes[at].parent) {
    if ((marks[at] & kMarkLead) != 0) return true;
  }
  return false;
}

// The first paragraph where it stands between the headline and the story's element.
std::vector<StoryBlock> find_lead(const PageTree& tree, const std::vector<PageMarks>& marks,
                                  const std::vector<bool>& removed, PageIndex root, const StoryHints& hints) {
  if (!hints.heading || *hints.heading >= root) return {};
  PageIndex around = root;
  while (around > *hints.heading) around = tree.nodes[around].parent;
  std::vector<StoryBlock> blocks = story_blocks(tree, removed, around);
  std::erase_if(blocks, [&](const StoryBlock& block) {
    const bool between = block.node > *hints.heading && block.node < root && tree.nodes[block.node].end <= root;
    if (!between || block.text.size() < kLeastLead || is_heading(block.tag)) {
      return !(between && is_description(block.text, hints.description));
    }
    return !is_description(block.text, hints.description) && !is_marked_lead(tree, marks, block.node, *hints.heading);
  });
  if (blocks.size() > 3) blocks.resize(3);
  return blocks;
}

std::size_t text_bytes(const std::vector<StoryBlock>& blocks) {
  std::size_t bytes = 0;
  for (const StoryBlock& block : blocks) bytes += block.text.size();
  return bytes;
}

MainText try_once(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryHints& hints,
                  std::optional<PruneLevel> level) {
  MainText found;
  std::vector<bool> removed = without_controls(tree);
  if (level) prune_by_marks(tree, marks, *level, removed);
  const RootFinder::Root root = RootFinder(tree, marks, measure_page(tree, removed)).find(hints);
  found.root = root.node;
  found.from = root.from;
  std::vector<StoryBlock> lead = find_lead(tree, marks, removed, found.root, hints);
  prune_link_lists(tree, found.root, removed);
  found.blocks = story_blocks(tree, removed, found.root);
  found.blocks.insert(found.blocks.begin(), std::make_move_iterator(lead.begin()), std::make_move_iterator(lead.end()));
  drop_furniture_lines(found.blocks, hints.title);
  return found;
}

}  // namespace

MainText find_main_text(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryHints& hints) {
  MainText best = try_once(tree, marks, hints, PruneLevel::kAll);
  for (const std::optional<PruneLevel> level : {std::optional(PruneLevel::kCertain), std::optional<PruneLevel>()}) {
    if (text_bytes(best.blocks) >= kLittleText) break;
    MainText other = try_once(tree, marks, hints, level);
    if (text_bytes(other.blocks) > 2 * text_bytes(best.blocks)) best = std::move(other);
  }
  return best;
}

}  // namespace dateline
