// NITF (News Industry Text Format) → a GivenStory: alone, inside NewsML-G2 or inside ninjs.
#pragma once

#include "indexer/formats/given_story.h"
#include "indexer/formats/xml_tree.h"

namespace dateline {

// Adds what <nitf> says to what is known of the story; what is known already stays before it.
void read_nitf(const XmlElement& nitf, GivenStory& story);

}  // namespace dateline
