// Which of the titles that a page gives is the story's headline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"

namespace dateline {

struct PageTitle {
  PageFact fact;
  std::optional<PageIndex> heading;  // the element, where it is one on the page
};

// The <h1> that is nearest to what <meta> and JSON-LD say; else what they say, without the site's name behind it. Empty
// where the page gives none.
PageTitle choose_title(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts);

// A headline that many texts are compared with.
class TitleWords {
 public:
  explicit TitleWords(std::string_view title);
  // Whether the likeness of both is at least `least`.
  [[nodiscard]] bool is_like(std::string_view text, double least) const;

 private:
  std::vector<std::string> words_;  // in lower case, sorted
};

// Words that both have, of all: 1 for the same words, 0 for none in common. Case does not count.
double title_likeness(std::string_view a, std::string_view b);

}  // namespace dateline
