// Paths → batches of raw records, in order. Runs in a thread of its own; skips files that are as they were.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "indexer/ingest/bounded_queue.h"
#include "indexer/ingest/work.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct ReadOptions {
  std::vector<std::string> paths;
  const FieldMap* fields = nullptr;  // lives longer than the records
  std::string fingerprint;           // of preparation: a file read under another one is read again
  const Catalog* catalog = nullptr;  // this thread's own
  const std::atomic<bool>* stop = nullptr;
};

// Pushes until the input ends, the queue is closed or `stop` is set. Errors of single files and records are Rejections;
// an error returned here (a named path that does not exist) ends everything.
Result<void> read_records(const ReadOptions& options, BoundedQueue<ReadBatch>& queue);

// The same for articles of the archive.
Result<void> read_stored(const std::vector<ArticleId>& articles, const std::atomic<bool>* stop,
                         BoundedQueue<ReadBatch>& queue);

}  // namespace dateline
