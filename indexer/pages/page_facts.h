// What a page says about itself in one place each: <meta>, JSON-LD, microdata. Values as written, chosen from
// elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/page_tree.h"

namespace dateline {

// A value and where it stands: {"2020-03-05", "json-ld datePublished"}.
struct PageFact {
  std::string value;
  std::string_view from;  // a literal
};

// In each list the most trusted first within its kind of source.
struct PageFacts {
  std::vector<PageFact> titles;
  std::vector<PageFact> published;
  std::vector<PageFact> authors;  // one name or a list of names each
  std::vector<PageFact> sources;
  std::vector<PageFact> urls;
  std::vector<PageFact> languages;
  std::vector<PageFact> descriptions;
  std::vector<PageFact> sections;
  std::vector<PageFact> bodies;  // the text as JSON-LD has it
};

// <meta>, <link rel=canonical>, <html lang>, <title>.
void read_meta(const PageTree& tree, PageFacts& facts);

// Whether read_meta() asks for a <meta> of this name, in lower case.
bool is_fact_name(std::string_view name);

// `scripts`: contents of <script type="application/ld+json">. Damaged ones are skipped.
void read_json_ld(const std::vector<std::string_view>& scripts, PageFacts& facts);

}  // namespace dateline
