// The caption of the picture that stands with the headline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"

namespace dateline {

// Of the first picture from the headline to the first quarter of the story, whose element is `root`; "" where it has
// none.
std::string find_lead_caption(const PageTree& tree, const std::vector<PageMarks>& marks,
                              std::optional<PageIndex> heading, PageIndex root);

}  // namespace dateline
