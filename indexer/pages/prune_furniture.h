// Takes off a page what is certainly or very likely not the story, by the names and the links of elements.
#pragma once

#include <vector>

#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_tree.h"

namespace dateline {

// Elements that are never text of a story, whatever they are called: buttons, navigation, the page's head.
std::vector<bool> without_controls(const PageTree& tree);

// How much a page's names are believed.
enum class PruneLevel { kAll, kCertain };  // kCertain: not where the name may as well be a theme's word for its columns

// What names itself furniture, unless a good part of the page's prose is inside.
void prune_by_marks(const PageTree& tree, const std::vector<PageMarks>& marks, PruneLevel level,
                    std::vector<bool>& removed);

// Lists, boxes and tables inside of `root` that are little but links.
void prune_link_lists(const PageTree& tree, PageIndex root, std::vector<bool>& removed);

}  // namespace dateline
