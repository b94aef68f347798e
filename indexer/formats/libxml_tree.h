// XML → XmlTree, by libxml2's parser. Besides its .cc nobody of this room knows libxml2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/xml_tree.h"

namespace dateline {

// How much of a document is read.
struct XmlLimits {
  std::size_t nodes = 4'000'000;
  bool only_well_formed = false;  // ends at the first fault in the root element: each one costs the parser a message
  std::size_t depth = 200;        // libxml2 itself ends at 256
};

struct ParsedXml {
  XmlTree tree;
  bool well_formed = true;
  bool complete = true;  // false: the parser gave up before the end, or the end is missing
  std::string problem;   // "line 12: …", of the first mistake; "" where all is well
  std::vector<std::pair<std::string, std::string>> entities;  // that the document declares with a text: name, text
};

// `xml` is UTF-8, whatever its declaration says. Never fails: what cannot be understood is left out. Loads nothing from
// anywhere and unfolds no entity but the five of XML. Any thread.
ParsedXml parse_xml(std::string_view xml, const XmlLimits& limits = {});

// The character that HTML names so: "eacute" → "é"; "" where it names none.
std::string html_character(std::string_view name);

// `reference` as it is meant in a document at `base` (RFC 3986); itself where that makes no sense.
std::string resolved_url(std::string_view reference, std::string_view base);

}  // namespace dateline
