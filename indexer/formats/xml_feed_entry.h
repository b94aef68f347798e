// The elements of RSS, RDF and Atom → a GivenStory.
#pragma once

#include <string>
#include <vector>

#include "indexer/formats/given_story.h"
#include "indexer/formats/xml_tree.h"

namespace dateline {

// Whether the name is that of an entry in any kind of feed.
bool is_feed_entry(std::string_view name);

// The attributes of a feed's wrapper around one of its entries, which is a record: <record feed="…" title="…"
// language="…" xml:base="…"><item>…</item></record>.
std::string feed_attributes(const XmlElement& root);

// `wrapper` has one entry inside.
GivenStory read_feed_entry(const XmlElement& wrapper);

}  // namespace dateline
