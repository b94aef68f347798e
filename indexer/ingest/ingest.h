// The ingest loop: reads, prepares in threads, commits in order. Stops cleanly when asked; the next run goes on.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/field_names.h"
#include "indexer/ingest/archive_writer.h"
#include "indexer/ingest/prepare.h"
#include "indexer/ingest/record_reader.h"
#include "indexer/resolution/resolve_archive.h"
#include "shared/base/result.h"

namespace dateline {

struct IngestCounts {
  std::uint64_t added = 0, changed = 0, unchanged = 0, rejected = 0, pruned = 0;
  std::uint64_t copies = 0;  // new addresses of articles that are there
  std::uint64_t files = 0, files_unchanged = 0;
  std::uint64_t bytes = 0;
};

struct IngestOptions {
  std::vector<std::string> paths;
  std::vector<ListedPath> listed = {};  // as well; from a list of feeds
  FieldMap fields = {};                 // how the names in files are mapped to fields of articles
  EntityMode entities = EntityMode::kBoth;
  // Instead of `paths`: these articles of the archive, whose entities are found anew.
  std::optional<std::vector<ArticleId>> stored = std::nullopt;
  // In each transaction of such a run, with its last article.
  std::function<Result<void>(Catalog&, ArticleId)> on_stored_batch = nullptr;
  bool resolve_everything = false;  // who is who across articles: all names, not only those of changed articles
  bool prune = false;               // remove articles whose files are gone, and those that a file no longer holds
  std::uint64_t limit = 0;          // of articles that are added or changed, 0: none; the next run goes on
  unsigned threads = 0;             // 0: as many as cores
  const std::atomic<bool>* stop = nullptr;               // set by a signal
  ReadProgress* progress = nullptr;                      // how far reading is; may be null
  std::function<void(const Rejection&)> on_rejection;    // in order, from the calling thread
  std::function<void(const IngestCounts&)> on_progress;  // now and then, from the calling thread
};

struct IngestReport {
  IngestCounts counts;
  bool interrupted = false;    // everything counted is in the archive all the same
  bool limit_reached = false;  // there is more to add or change than the limit allowed
};

// Asks anew who is who among the names like these, after a person corrected them, and indexes what that changes.
Result<void> resolve_again(ArchiveWriter& archive, TouchedNames names);

// How a run with these options reads. `preparation`: its fingerprint; `catalog`: of the thread that reads.
ReadOptions read_options(const IngestOptions& options, std::string_view preparation, const Catalog* catalog);

Result<IngestReport> ingest(ArchiveWriter& archive, const IngestOptions& options);

}  // namespace dateline
