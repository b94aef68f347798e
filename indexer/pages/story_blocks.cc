// One loop over the nodes with a stack of the open blocks; no recursion, whatever the depth.
#include "indexer/pages/story_blocks.h"

#include <utility>

#include "shared/base/strings.h"

namespace dateline {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

class BlockWriter {
 public:
  BlockWriter(const PageTree& tree, const std::vector<bool>& removed) : tree_(tree), removed_(removed) {}

  std::vector<StoryBlock> write(PageIndex root) && {
    open_.push_back({root, tree_.nodes[root].end, tree_.nodes[root].tag});
    for (PageIndex at = root + 1; at < tree_.nodes[root].end;) {
      leave(at);
      if (removed_[at]) {
        at = tree_.nodes[at].end;
        continue;
      }
      enter(at++);
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    PageIndex node;
    PageIndex end;
    PageTag tag;
  };

  void leave(PageIndex at) {
    while (open_.size() > 1 && open_.back().end <= at) {
      if (!is_cell(open_.back().tag)) flush();
      pre_depth_ -= open_.back().tag == PageTag::kPre ? 1 : 0;
      open_.pop_back();
    }
  }

  static bool is_cell(PageTag tag) { return tag == PageTag::kTd || tag == PageTag::kTh; }

  void enter(PageIndex at) {
    const PageNode& node = tree_.nodes[at];
    if (node.tag == PageTag::kText) return add_text(tree_.text_of(at), at);
    if (node.tag == PageTag::kBr) return line_break();
    if (node.tag == PageTag::kA) link_end_ = std::max(link_end_, node.end);
    if (!is_block(node.tag)) return;
    if (is_cell(node.tag) && !current_.text.empty()) {
      cell_break();
    } else {
      flush();
    }
    pre_depth_ += node.tag == PageTag::kPre ? 1 : 0;
    open_.push_back({at, node.end, node.tag});
  }

  void start(PageIndex) {
    if (!current_.text.empty()) return;
    current_.node = open_.back().node;
    current_.tag = block_tag();
    current_.link_bytes = 0;
  }

  // A paragraph inside a list's item or a quotation is that item's or quotation's. One inside of a cell is a paragraph:
  // old pages lay out whole stories in tables.
  PageTag block_tag() const {
    if (is_cell(open_.back().tag)) return PageTag::kTr;
    for (std::size_t i = open_.size(); i > 0; --i) {
      const PageTag tag = open_[i - 1].tag;
      if (is_cell(tag)) return PageTag::kP;
      if (tag != PageTag::kDiv && tag != PageTag::kP && tag != PageTag::kSection) return tag;
    }
    return PageTag::kP;
  }

  void add_text(std::string_view run, PageIndex at) {
    if (pre_depth_ > 0) return add_preformatted(run, at);
    const std::size_t before = current_.text.size();
    for (std::size_t i = 0; i < run.size();) {
      if (is_blank(run[i])) {
        space_ = true;
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < run.size() && !is_blank(run[end])) ++end;
      start(at);
      if (space_ && !current_.text.empty() && current_.text.back() != '\n') current_.text += ' ';
      space_ = false;
      current_.text += run.substr(i, end - i);
      i = end;
    }
    if (at < link_end_ && current_.text.size() > before)
      current_.link_bytes += static_cast<std::uint32_t>(current_.text.size() - before);
  }

  void add_preformatted(std::string_view run, PageIndex at) {
    if (current_.text.empty() && trim(run).empty()) return;
    start(at);
    current_.text += run;
  }

  void line_break() {
    if (current_.text.empty()) return;
    if (current_.text.back() == '\n' && pre_depth_ == 0) {  // the second one ends a paragraph
      return flush();
    }
    current_.text += '\n';
    space_ = false;
  }

  void cell_break() {
    if (!current_.text.ends_with(kCellEnd)) current_.text += kCellEnd;
    space_ = false;
  }

  void flush() {
    space_ = false;
    while (!current_.text.empty() && is_blank(current_.text.back())) current_.text.pop_back();
    while (current_.text.ends_with(trim(kCellEnd))) {
      current_.text.resize(current_.text.size() - trim(kCellEnd).size());
      while (!current_.text.empty() && is_blank(current_.text.back())) current_.text.pop_back();
    }
    if (!current_.text.empty()) blocks_.push_back(std::exchange(current_, {}));
    current_ = {};
  }

  static constexpr std::string_view kCellEnd = " | ";
  const PageTree& tree_;
  const std::vector<bool>& removed_;
  std::vector<StoryBlock> blocks_;
  std::vector<Open> open_;
  StoryBlock current_;
  PageIndex link_end_ = 0;
  int pre_depth_ = 0;
  bool space_ = false;
};

bool is_line(PageTag tag) {
  return tag == PageTag::kLi || tag == PageTag::kTr || tag == PageTag::kDt || tag == PageTag::kDd;
}

}  // namespace

std::vector<StoryBlock> story_blocks(const PageTree& tree, const std::vector<bool>& removed, PageIndex root) {
  return BlockWriter(tree, removed).write(root);
}

std::string join_blocks(const std::vector<StoryBlock>& blocks) {
  std::string text;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) text += is_line(blocks[i].tag) && is_line(blocks[i - 1].tag) ? "\n" : "\n\n";
    text += blocks[i].text;
  }
  return text;
}

}  // namespace dateline
