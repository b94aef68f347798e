// Bytes of an XML file → its tree, with all that can be wrong with such files: encodings, mistakes, bombs.
#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/libxml_tree.h"
#include "shared/base/result.h"

namespace dateline {

// kUnreadable where nothing can be read of it. A document that is cut off is read as far as it goes; `complete` and
// `problem` of the result tell.
Result<ParsedXml> read_xml(std::string_view bytes);

// The name of the outermost element, in lower case, without prefix: "rss", "feed"; "" where the first bytes of a file
// are no XML or do not reach it. Behind declarations and comments, in any encoding.
std::string outermost_element(std::string_view head);

// The encoding that the XML declaration names, in lower case; "" where none.
std::string declared_xml_encoding(std::string_view head);

}  // namespace dateline
