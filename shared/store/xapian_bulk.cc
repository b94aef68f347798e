// Small databases and their merging. Documents of one batch go to one database; every kMergeFanIn neighbouring
// databases are merged by the thread that completes the group, so that few files are open however many documents come.
#include "shared/store/xapian_bulk.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_document.h"

namespace dateline {
namespace {

constexpr std::size_t kDocumentsPerDatabase = 250;    // 250–500 measured best
constexpr std::uint64_t kWordsPerDatabase = 125'000;  // of as many documents as news have them
constexpr std::size_t kMergeFanIn = 32;
constexpr std::size_t kQueuedBatches = 4;  // each holds some megabytes
// Scratch files are made anew after a crash, so they need no sync and no copy-on-write.
constexpr int kScratchFlags =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

using Batch = std::vector<NumberedDocument>;

Result<void> write_database(const std::string& path, const Batch& batch) {
  return xapian_result(concat({"the scratch database ", path}), [&] {
    Xapian::WritableDatabase database(path, kScratchFlags);
    for (const NumberedDocument& entry : batch) database.replace_document(entry.docid, make_document(entry.document));
    database.commit();
  });
}

Result<void> merge_databases(const std::vector<std::string>& sources, const std::string& target) {
  return xapian_result(concat({"the merged database ", target}), [&] {
    Xapian::Database all;
    for (const std::string& source : sources) all.add_database(Xapian::Database(source));
    all.compact(target, Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace

struct BulkBuilder::Impl {
  explicit Impl(std::string scratch_folder) : scratch(std::move(scratch_folder)) {}

  std::string scratch;
  Batch filling;
  std::uint64_t filling_words = 0;
  std::size_t next_batch = 0;

  std::mutex mutex;
  std::condition_variable work_came, work_done;
  std::deque<std::pair<std::size_t, Batch>> queue;
  std::size_t running = 0;
  bool stopping = false;
  std::optional<Error> failure;
  std::map<std::size_t, std::string> written;   // number of the first batch in it → database
  std::map<std::size_t, std::size_t> in_group;  // group of kMergeFanIn batches → how many are written
  std::vector<std::thread> threads;

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      work_came.wait(lock, [&] { return stopping || !queue.empty(); });
      if (queue.empty()) return;
      auto [number, batch] = std::move(queue.front());
      queue.pop_front();
      ++running;
      const bool failed = failure.has_value();
      lock.unlock();
      auto done = failed ? Result<void>() : work_on(number, batch);
      batch.clear();
      lock.lock();
      if (!done && !failure) failure = std::move(done).error();
      --running;
      work_done.notify_all();
    }
  }

  Result<void> work_on(std::size_t number, const Batch& batch) {
    const std::string path = concat({scratch, "/", std::to_string(number)});
    if (auto done = write_database(path, batch); !done) return done;
    std::vector<std::string> group;
    const std::size_t group_number = number / kMergeFanIn;
    {
      const std::lock_guard lock(mutex);
      written[number] = path;
      if (++in_group[group_number] < kMergeFanIn) return {};
      for (auto it = written.lower_bound(group_number * kMergeFanIn);
           it != written.end() && it->first < (group_number + 1) * kMergeFanIn;) {
        group.push_back(it->second);
        it = written.erase(it);
      }
    }
    const std::string merged = concat({scratch, "/g", std::to_string(group_number)});
    if (auto done = merge_databases(group, merged); !done) return done;
    for (const std::string& source : group) {
      if (auto done = remove_tree(source); !done) return done;
    }
    const std::lock_guard lock(mutex);
    written[group_number * kMergeFanIn] = merged;
    return {};
  }

  Result<void> hand_over() {
    std::unique_lock lock(mutex);
    work_done.wait(lock, [&] { return queue.size() < kQueuedBatches; });
    if (failure) return *failure;
    queue.emplace_back(next_batch++, std::exchange(filling, {}));
    work_came.notify_one();
    return {};
  }

  Result<void> drain() {
    if (!filling.empty()) {
      if (auto handed = hand_over(); !handed) return handed;
    }
    std::unique_lock lock(mutex);
    work_done.wait(lock, [&] { return queue.empty() && running == 0; });
    if (failure) return *failure;
    return {};
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
      queue.clear();
    }
    work_came.notify_all();
    for (std::thread& thread : threads) thread.join();
    threads.clear();
  }
};

BulkBuilder::BulkBuilder(std::string scratch, unsigned threads) : impl_(std::make_unique<Impl>(std::move(scratch))) {
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    impl_->threads.emplace_back([impl = impl_.get()] { impl->run(); });
  }
}

BulkBuilder::BulkBuilder(BulkBuilder&&) noexcept = default;
BulkBuilder& BulkBuilder::operator=(BulkBuilder&& other) noexcept {
  if (impl_) impl_->stop();
  impl_ = std::move(other.impl_);
  return *this;
}
BulkBuilder::~BulkBuilder() {
  if (impl_) impl_->stop();
}

Result<void> BulkBuilder::add(NumberedDocument document) {
  impl_->filling_words += document.document.text.words;
  impl_->filling.push_back(std::move(document));
  if (impl_->filling.size() < kDocumentsPerDatabase && impl_->filling_words < kWordsPerDatabase) return {};
  impl_->filling_words = 0;
  return impl_->hand_over();
}

Result<void> BulkBuilder::finish(const std::string& base, const std::string& target) {
  if (auto drained = impl_->drain(); !drained) return drained;
  std::vector<std::string> sources;
  if (!base.empty()) sources.push_back(base);
  for (const auto& [first, path] : impl_->written) sources.push_back(path);
  if (sources.empty()) {  // nothing came: an empty database
    return xapian_result(concat({"the new database ", target}), [&] {
      Xapian::WritableDatabase(target, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS).commit();
    });
  }
  if (auto merged = merge_databases(sources, target); !merged) return merged;
  for (const auto& [first, path] : impl_->written) {
    if (auto removed = remove_tree(path); !removed) return removed;
  }
  impl_->written.clear();
  return {};
}

}  // namespace dateline
