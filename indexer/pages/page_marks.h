// What the names of an element (class, id, role, itemprop) say about it: words that web designers use, as bits. Sites
// are not named here.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/pages/page_tree.h"
#include "shared/base/byte_set.h"

namespace dateline {

enum PageMark : std::uint16_t {
  kMarkFurniture = 1U << 0U,  // "share", "related", "sidebar", "newsletter": not the story, wherever it stands
  kMarkTeaser = 1U << 1U,     // "teaser", "card", "promo": of another story, unless it is most of this page
  kMarkBody = 1U << 2U,       // "article-body", "entry-content", itemprop=articleBody: the story's text and little else
  kMarkStory = 1U << 3U,      // "post", "article", "story", "content", <article>, <main>: around the story
  kMarkComments = 1U << 4U,
  kMarkHidden = 1U << 5U,
  kMarkCredit = 1U << 6U,   // "byline", "author", "dateline", "timestamp"
  kMarkCaption = 1U << 7U,  // "caption", "credit", "photo"
  kMarkTags = 1U << 8U,     // "tags", "topics", "categories"
  kMarkEmbed = 1U << 9U,    // "tweet", "embed": quoted from elsewhere, but by the story
  kMarkLead = 1U << 10U,    // "standfirst", "intro": the story's first paragraph, often outside of its text
};
using PageMarks = std::uint16_t;

// One for each node; 0 for text.
std::vector<PageMarks> mark_page(const PageTree& tree);

// What stands between two names of an attribute: the ASCII white space of the HTML standard.
inline constexpr ByteSet kHtmlBlanks(" \t\n\r\f");

// The bits of one name: "article-body" → kMarkBody.
PageMarks marks_of_name(std::string_view name);

// The bits of names, for the attributes of one page: it has few different ones. What was given to it must outlive it.
class KnownMarks {
 public:
  PageMarks of_name(std::string_view name) {
    Known& known = known_[std::hash<std::string_view>()(name) % known_.size()];
    if (known.name != name) known = {name, marks_of_name(name)};
    return known.marks;
  }

  // Of an attribute's words: "articleBody main" → kMarkBody | kMarkStory.
  PageMarks of_names(std::string_view names) {
    PageMarks marks = 0;
    while (!names.empty()) marks |= of_name(take_name(names));
    return marks;
  }

  // Cuts off the first name; "" where a blank is first.
  static std::string_view take_name(std::string_view& names) {
    const std::size_t end = kHtmlBlanks.find_in(names);
    const std::string_view name = names.substr(0, end);
    names.remove_prefix(std::min(end + 1, names.size()));
    return name;
  }

 private:
  struct Known {  // takes the place of another with the same hash
    std::string_view name;
    PageMarks marks = 0;
  };
  std::array<Known, 512> known_{};
};

// Whether an attribute's words are looked at: class, id, data-testid.
bool has_mark_names(PageAttributeName name);

}  // namespace dateline
