// The threads of a run: one that reads, several that prepare. What they made is taken in the order of reading.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "indexer/ingest/bounded_queue.h"
#include "indexer/ingest/prepare.h"
#include "indexer/ingest/record_reader.h"
#include "indexer/ingest/work.h"

namespace dateline {

// Destruction stops and joins the threads.
class Pipeline {
 public:
  // `stored`: articles of the archive, to be read instead of files; may be null.
  Pipeline(std::vector<Preparer> preparers, ReadOptions read_options, const std::vector<ArticleId>* stored);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  ~Pipeline() { static_cast<void>(stop()); }

  // Hands on every item in order, until the input ends or `take` says false; `tick` comes between, twice a second at
  // least.
  Result<void> take_all(const std::function<Result<bool>(PreparedItem&&)>& take,
                        const std::function<Result<void>()>& tick);
  // How reading ended.
  Result<void> stop();

 private:
  void work(Preparer& preparer);

  // Batches are of about 1 MB at most.
  static constexpr std::size_t kQueuedBatches = 8;
  std::vector<Preparer> preparers_;
  ReadOptions read_options_;
  BoundedQueue<ReadBatch> raw_{kQueuedBatches};
  BoundedQueue<PreparedBatch> prepared_{kQueuedBatches};
  std::mutex mutex_;
  std::size_t working_;
  Result<void> read_result_;
  std::thread reader_;
  std::vector<std::thread> workers_;
};

}  // namespace dateline
