// The stories of a whole archive: brought up to date with the rules, and settled at the end of a run.
#pragma once

#include <vector>

#include "indexer/stories/story_finder.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// The catalog's `meta`: the rules by which all signatures and stories were made; empty or missing where not all are.
inline constexpr std::string_view kStoriesMeta = "stories";

// Makes the signatures and stories of all articles, where they were made by other rules or an older program, in
// transactions of its own; does nothing otherwise. `analysis`: the fingerprint of how texts become stems.
Result<void> make_stories(Catalog& catalog, StoryFinder& finder, const std::string& analysis);

// Within a transaction: groups what is open, and says which articles are of another story in the index from now on.
Result<std::vector<ArticleId>> settle_stories(Catalog& catalog, StoryFinder& finder);

}  // namespace dateline
