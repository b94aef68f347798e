// The index as `check` looks at it: every document with what it says of itself, and Xapian's own verdict.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/result.h"
#include "shared/store/archive_paths.h"
#include "shared/store/attachment.h"

namespace dateline {

struct IndexedDocument {
  std::uint32_t docid = 0;
  bool data_is_valid = false;
  ArticleId article = 0;
  std::uint64_t content_hash = 0;
  bool has_article_term = false;     // Q<article>
  std::uint32_t words = 0;           // the slot of words; 0 also where it is missing
  std::vector<std::string> forms;    // W terms, ascending
  std::vector<FacetId> facets;       // E terms, ascending
  std::vector<Attachment> attached;  // A terms, ascending
};

// Every document of the live generation, by ascending document id. Stops at the first error of `visit`.
Result<void> for_each_document(const ArchivePaths& paths,
                               const std::function<Result<void>(const IndexedDocument&)>& visit);

// How many articles of the live generation have each of the values; no merges followed.
Result<std::vector<std::uint64_t>> articles_of_values(const ArchivePaths& paths, std::span<const FacetId> values);

// Xapian's structural check of all tables of the live generation: one line a problem.
std::vector<std::string> check_xapian(const ArchivePaths& paths);

}  // namespace dateline
