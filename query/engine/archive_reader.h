// An archive opened for reading: catalog, index and columns that belong together. Knows no Xapian and no SQLite.
#pragma once

#include <memory>
#include <optional>

#include "query/engine/facet_remap.h"
#include "query/engine/key_order.h"
#include "query/engine/xapian_searcher.h"
#include "shared/store/archive_paths.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// One revision of the index with the columns as they were when it was committed.
struct IndexSnapshot {
  XapianSearcher searcher;
  SearchColumns columns;
  KeyOrder key_order = {};
};

// One thread an object.
class ArchiveReader {
 public:
  // Cheap: nothing is read but headers. kArchiveMissing, kArchiveDamaged (parts of different archives),
  // kArchiveVersion.
  static Result<ArchiveReader> open(const ArchivePaths& paths);

  [[nodiscard]] const ArchivePaths& paths() const { return paths_; }
  [[nodiscard]] const Catalog& catalog() const { return *catalog_; }
  [[nodiscard]] Stemmer& stemmer() { return stemmer_; }
  // The newest committed revision; nullptr where nothing was ever indexed. Valid until the next call.
  Result<IndexSnapshot*> current();
  // Drops the snapshot, so that current() opens everything anew.
  void forget() { snapshot_.reset(); }

 private:
  ArchiveReader(ArchivePaths paths, Catalog catalog, Stemmer stemmer)
      : paths_(std::move(paths)),
        catalog_(std::make_unique<Catalog>(std::move(catalog))),
        stemmer_(std::move(stemmer)) {}
  Result<IndexSnapshot> open_snapshot(std::uint32_t generation) const;
  Result<void> check(const IndexState& state) const;

  ArchivePaths paths_;
  std::unique_ptr<Catalog> catalog_;
  Stemmer stemmer_;
  std::optional<IndexSnapshot> snapshot_;
};

}  // namespace dateline
