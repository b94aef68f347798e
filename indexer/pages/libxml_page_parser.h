// HTML as the web has it → PageTree, by libxml2's parser. The only place that knows libxml2.
#pragma once

#include <string_view>

#include "indexer/pages/page_tree.h"

namespace dateline {

// How much of a page is read. Real news pages have below 10,000 nodes and a depth below 100.
struct PageLimits {
  std::size_t nodes = 400'000;
  std::size_t text_bytes = 16U << 20U;
  std::size_t depth = 1000;  // deeper markup ends the reading: libxml2 would take ever longer
};

// `markup` is UTF-8 without zero bytes. Never fails: what cannot be understood is left out, what is beyond the limits
// is cut. Loads nothing from anywhere. Any thread.
PageTree parse_page(std::string_view markup, const PageLimits& limits = {});

}  // namespace dateline
