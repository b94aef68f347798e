// An item of NewsML-G2 or of NewsML 1.x → a GivenStory.
#pragma once

#include "indexer/formats/given_story.h"
#include "indexer/formats/xml_tree.h"

namespace dateline {

// `item` is a <newsItem> of NewsML-G2.
GivenStory read_g2_item(const XmlElement& item);

// `item` is a <NewsItem> of NewsML 1.0 to 1.2; each has a tree of components around one story.
GivenStory read_newsml1_item(const XmlElement& item);

}  // namespace dateline
