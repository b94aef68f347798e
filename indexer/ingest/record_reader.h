// Paths → batches of raw records, in order. Runs in a thread of its own; skips files that are as they were.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/formats/input_walk.h"
#include "indexer/ingest/bounded_queue.h"
#include "indexer/ingest/work.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// How far reading is; written by the reader, read by any thread. Bytes are those of the files themselves.
struct ReadProgress {
  std::atomic<std::uint64_t> files = 0, bytes = 0;
  std::atomic<std::uint64_t> bytes_passed_over = 0;  // of these, in files that are as they were
};

struct ReadOptions {
  std::vector<std::string> paths;
  std::vector<ListedPath> listed = {};  // as well, behind the paths
  const FieldMap* fields = nullptr;     // lives longer than the records
  std::string fingerprint;              // of preparation: a file read under another one is read again
  const Catalog* catalog = nullptr;     // this thread's own
  const std::atomic<bool>* stop = nullptr;
  ReadProgress* progress = nullptr;  // may be null
};

// Pushes until the input ends, the queue is closed or `stop` is set. Errors of single files and records are Rejections;
// an error returned here (a named path that does not exist) ends everything.
Result<void> read_records(const ReadOptions& options, BoundedQueue<ReadBatch>& queue);

// The same for articles of the archive.
Result<void> read_stored(const std::vector<ArticleId>& articles, const std::atomic<bool>* stop,
                         BoundedQueue<ReadBatch>& queue);

}  // namespace dateline
