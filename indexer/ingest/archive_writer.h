// An archive opened for writing: the lock, the catalog, and the checks that both belong together.
#pragma once

#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/store/archive_paths.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/store/writer_lock.h"
#include "shared/store/xapian_index.h"

namespace dateline {

struct ArchiveWriter {
  ArchivePaths paths;
  WriterLock lock;
  Catalog catalog;
  std::string language;  // of the stemmer, English name
  std::string analysis;  // fingerprint
};

struct OpenOptions {
  bool create = false;
  std::optional<std::string> language;  // stemmer; for a new archive "english" where not given
  bool accept_other_analysis = false;   // rebuild: take the present text analysis and note it
};

// Takes the lock first, so that a second writer learns of the first at once (kLocked). kUsage where `language` is not
// the archive's.
Result<ArchiveWriter> open_archive_for_writing(const ArchivePaths& paths, const OpenOptions& options);

// kArchiveDamaged where the index belongs to another catalog, or is ahead of this one (a restored backup); else the
// state, with generation 0 where there is no index yet.
Result<IndexState> checked_index_state(const ArchiveWriter& archive);

}  // namespace dateline
