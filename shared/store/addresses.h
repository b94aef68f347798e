// Where articles lie, as values: each address is a record in a file, and the key that it has there.
#pragma once

#include <cstdint>
#include <string>

#include "schema/facet_id.h"
#include "shared/base/article.h"

namespace dateline {

// What is known of the record that an article was made of.
struct RecordFacts {
  std::uint64_t bytes_hash = 0;  // of the record as it lies there; 0: not known
  std::uint64_t content = 0;     // hash of all that was read of it; 0: not known
  std::uint64_t prepared = 0;    // hash of how it was read
  bool own_id = false;           // the publisher gave an id: no copy of an article with another key
  ArticleId replaces = 0;        // the article whose content it becomes; 0: the one of its key, or a new one
};

// A row of `article_addresses`.
struct StoredAddress {
  ArticleAddress address;
  ArticleId article = 0;
  RecordFacts facts;
  bool is_current = true;  // false: what lies there is an older version
};

}  // namespace dateline
