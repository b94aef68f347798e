// The documents of one revision of the index in the order of their articles' ids, read as far as somebody asked: pages
// that follow each other go on where the one before ended.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "query/engine/docid.h"
#include "query/engine/xapian_searcher.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// One thread.
class KeyOrder {
 public:
  // The document at this place of the order, from 0; nullopt behind the last one. Articles that only the index or only
  // the catalog has are not there.
  Result<std::optional<Docid>> at(std::size_t place, XapianSearcher& searcher, const Catalog& catalog);

 private:
  Result<void> read_on(XapianSearcher& searcher, const Catalog& catalog);

  DocidList documents_;
  std::string last_key_;
  bool at_end_ = false;
};

}  // namespace dateline
