// The same steps as for a page, without the search for the story.
#include "indexer/pages/read_fragment.h"

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/pages/libxml_page_parser.h"
#include "indexer/pages/prune_furniture.h"
#include "indexer/pages/story_blocks.h"
#include "indexer/pages/strip_markup.h"

namespace dateline {

std::string read_fragment(std::string_view html) {
  const PageTree tree = parse_page(strip_markup(html).markup);
  return normalize_text(repair_mojibake(join_blocks(story_blocks(tree, without_controls(tree), 0))));
}

}  // namespace dateline
