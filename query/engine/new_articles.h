// What is new since a moment: how far an archive has come, and which of the articles that came or changed since match.
// Knows no Xapian and no SQLite.
#pragma once

#include <span>
#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"
#include "shared/store/archive_mark.h"

namespace dateline {

// A search that is asked again and again.
struct Watch {
  SearchRequest request;
  ArchiveMark since;  // concerns articles after `article` with changes after `seq`
};

struct WatchAnswers {
  ArchiveMark mark;                                   // up to here articles were looked at
  std::vector<Result<std::vector<ArticleId>>> found;  // for each watch; ascending
  double took_ms = 0;
};

// How far what can be searched has come. All articles up to `article` were there, and none beyond.
Result<ArchiveMark> mark_of(const Catalog& catalog, IndexSnapshot* snapshot);

// Limits `fields` to what request.added_after and added_until say.
Result<void> limit_to_added(const SearchRequest& request, const Catalog& catalog, IndexSnapshot& snapshot,
                            ResolvedFields& fields);

// A watch that is wrong in itself has its error among the answers. Fails where all would fail.
Result<WatchAnswers> find_new(std::span<const Watch> watches, const Catalog& catalog, Stemmer& stemmer,
                              IndexSnapshot* snapshot);

}  // namespace dateline
