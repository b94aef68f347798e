// Resolution across articles for what a run touched: reads the committed index, decides, writes the catalog. What is
// decided for a group of names is a function of the articles in the archive and of people's corrections, so neither the
// order of indexing nor how it was split into runs plays a part.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/archive_paths.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// The catalog's `meta`: the version of the rules by which all was resolved; another value, or none, while something is
// not. It is cleared in the first transaction of a run, so that a run that was cut off is noticed by the next.
inline constexpr std::string_view kResolutionMeta = "resolution";
inline constexpr std::string_view kResolutionVersion = "1";

// People and organizations of the articles that were put or removed: ids, and the keys of their own names.
using TouchedNames = std::unordered_map<FacetId, std::string>;

struct ResolvedArchive {
  std::vector<ArticleId> changed;  // their facets are others now: to be indexed again
  std::int64_t seq = 0;            // of the catalog's last change
};
// One transaction of the catalog. The index must have all that the catalog has. `everything`: all names of the archive,
// whatever was touched.
Result<ResolvedArchive> resolve_archive(Catalog& catalog, const ArchivePaths& paths, TouchedNames touched,
                                        bool everything);

}  // namespace dateline
