// Where a record belongs among the articles of the archive: whether it is known, a copy, a new version or a new
// article. Asked twice: while preparing, to save work, and again before writing, when all that came before is there.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/formats/article_format.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// What decides, of a record and what was read of it. `fingerprint`: of preparation.
RecordFacts facts_of(const RawRecord& record, const Article& article, std::string_view fingerprint);
// Of an article with this content that was prepared so; what the catalog and the index have in common.
std::uint64_t content_hash_of(const RecordFacts& facts, std::string_view fingerprint);

enum class PlacementKind : std::uint8_t {
  kKnown,    // nothing has changed
  kAddress,  // another address of `article`, or other bytes at one of its addresses
  kPut       // `article` is new (0), or gets this content
};

struct Placement {
  PlacementKind kind = PlacementKind::kPut;
  ArticleId article = 0;
  bool is_current = true;       // kAddress: false where it is an older version that lies there
  bool is_new_address = true;   // nothing of this key was read at this path before
  bool keeps_revision = false;  // what `left`, else `article`, said before is an older version
  ArticleId absorbed = 0;       // kPut: an article with the same content, which ends in this one
  ArticleId left = 0;           // an article that the key leaves
  bool left_ends = false;       // it has no other key
};

// `follows_change`: its file had another record of the same key before it that was news. Of those the last one counts,
// also where it was known.
Result<Placement> place_record(const Catalog& catalog, const Article& article, const RecordFacts& facts,
                               std::uint64_t content_hash, bool follows_change = false);

}  // namespace dateline
