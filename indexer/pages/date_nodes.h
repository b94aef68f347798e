// Which parts of a page may say when its story was published, and the date that one of them has. Knows nothing of the
// order in which they are believed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"
#include "shared/base/date.h"

namespace dateline {

struct StoryPlace {
  std::optional<PageIndex> heading;
  PageIndex root = 0;
};

class DateNodes {
 public:
  // `day_first`: what 03/04/2020 means on this page; nullopt where nobody knows. All are kept by reference.
  DateNodes(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryPlace& place,
            std::optional<bool> day_first);

  [[nodiscard]] PageIndex count() const { return static_cast<PageIndex>(tree_.nodes.size()); }
  [[nodiscard]] const PageTree& tree() const { return tree_; }
  [[nodiscard]] PageMarks marks(PageIndex at) const { return marks_[at]; }
  [[nodiscard]] std::optional<bool> day_first() const { return day_first_; }
  [[nodiscard]] bool has_heading() const { return place_.heading.has_value(); }

  // The nodes around the headline, or where there is none around the story's beginning.
  [[nodiscard]] PageIndex near_begin() const;
  [[nodiscard]] PageIndex near_end() const;
  [[nodiscard]] bool is_near(PageIndex at) const { return at >= near_begin() && at < near_end(); }
  [[nodiscard]] PageIndex headline() const { return place_.heading.value_or(place_.root); }

  // The nodes between the headline and the beginning of the story.
  [[nodiscard]] PageIndex head_begin() const;
  [[nodiscard]] PageIndex head_end() const;

  // Inside of comments or of teasers of other stories, by their names.
  [[nodiscard]] bool is_elsewhere(PageIndex at) const { return elsewhere_[at]; }

  // Whether the element's name says that it has the date of a change.
  [[nodiscard]] bool is_of_change(PageIndex at) const;

  // The date in a short text, up to where it begins to speak of a change.
  [[nodiscard]] std::optional<PublishedDate> of_text(PageIndex at) const;
  // That of an attribute made for machines, else of the text.
  [[nodiscard]] std::optional<PublishedDate> of_element(PageIndex at) const;

 private:
  const PageTree& tree_;
  const std::vector<PageMarks>& marks_;
  const StoryPlace& place_;
  std::optional<bool> day_first_;
  std::vector<bool> elsewhere_;
};

}  // namespace dateline
