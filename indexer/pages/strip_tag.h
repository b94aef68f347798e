// A start tag without what nobody reads of it: most attributes (data-…, href, srcset, classes that say nothing), all of
// pictures and fields of forms, and a <span> of which nothing would be left but its name. That is most of a page's
// markup, and the parser's time is by bytes and by tags.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/page_marks.h"

namespace dateline {

// Which element a tag is of, however its name is written. `rest`: what stands behind '<' or "</".
PageTag tag_at(std::string_view rest);

class TagStripper {
 public:
  // Both outlive it.
  TagStripper(std::string_view html, std::string& out) : html_(html), out_(out) {}

  // Copies what is wanted of the tag whose '<' is at `at`, where a name begins. Returns the position behind the tag:
  // the end of the page where it is never closed.
  std::size_t copy(std::size_t at);

  // To be told of each end tag, in their order; false where it goes, as the start tag that it belongs to did.
  bool close_element(PageTag tag);

  // Which element that was.
  [[nodiscard]] PageTag tag() const { return tag_; }

 private:
  struct Attribute {
    PageAttributeName name = PageAttributeName::kNone;
    std::string_view head;   // as written, up to the value and with its opening quote: `class="`
    std::string_view value;  // without quotes
    std::string_view tail;   // the closing quote
  };

  // Those of known names go to attributes_.
  void read_attribute(std::size_t& at);
  void read_value(std::size_t& at, Attribute& attribute);
  [[nodiscard]] bool is_read(std::string_view element) const;
  [[nodiscard]] bool is_wanted(const Attribute& attribute) const;
  void write(const Attribute& attribute);
  void write_names(const Attribute& attribute);

  std::string_view html_;
  std::string& out_;
  std::vector<Attribute> attributes_;
  KnownMarks marks_;
  std::vector<bool> spans_kept_;  // of each <span> that is open
  PageTag tag_ = PageTag::kOther;
  std::array<bool, 2> no_more_quotes_{};  // of each kind: looked for once, so that time stays linear
};

}  // namespace dateline
