// The reading end of the pipeline.
#include "indexer/ingest/record_reader.h"

#include <chrono>
#include <utility>

#include "indexer/formats/read_articles.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kBatchRecords = 64;
constexpr std::size_t kBatchBytes = 1 << 20;
// A file written within this time before it was read may be written again without a new time stamp (git's "racy"
// files).
constexpr std::int64_t kRacyNanoseconds = 2'000'000'000;

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Gathers items into batches; partial ones go out at the end of each file, so that a slow stdin is not held back for
// long.
class Batcher {
 public:
  explicit Batcher(BoundedQueue<ReadBatch>& queue) : queue_(&queue) {}

  bool add(ReadItem item) {
    bool at_once = false;
    if (const auto* record = std::get_if<RawRecord>(&item)) {
      bytes_ += record->bytes.size();
      at_once = record->path == "-";
    }
    batch_.items.push_back(std::move(item));
    return !at_once && batch_.items.size() < kBatchRecords && bytes_ < kBatchBytes ? true : flush();
  }

  bool flush() {
    if (batch_.items.empty()) return true;
    const std::uint64_t number = batch_.number;
    bytes_ = 0;
    return queue_->push(std::exchange(batch_, ReadBatch{.number = number + 1}));
  }

 private:
  BoundedQueue<ReadBatch>* queue_;
  ReadBatch batch_;
  std::size_t bytes_ = 0;
};

class Reader {
 public:
  Reader(const ReadOptions& options, BoundedQueue<ReadBatch>& queue) : options_(options), batcher_(queue) {}

  Result<void> run() {
    const InputSink sink{.file = [&](const InputFile& file) { return read_file(file); },
                         .rejection = [&](Rejection&& rejection) { return batcher_.add(std::move(rejection)); }};
    if (auto walked = walk_inputs(options_.paths, sink); !walked) return walked;
    if (!stopped()) walk_listed(options_.listed, sink);
    batcher_.flush();
    return {};
  }

 private:
  [[nodiscard]] bool stopped() const {
    return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed);
  }

  bool read_file(const InputFile& file) {
    if (stopped()) return false;
    const FileStamp stamp{.size = file.size, .mtime_ns = file.mtime_ns, .inode = file.inode};
    const bool is_file = file.path != "-";
    if (is_file && options_.catalog != nullptr) {
      const auto known = options_.catalog->file_is_known(file.path, stamp, options_.fingerprint);
      if (known && *known) {
        if (options_.progress != nullptr) options_.progress->bytes_passed_over += file.size;
        count(file, 0);
        return batcher_.add(FileUnchanged{file.path});
      }
    }
    const std::uint64_t bytes_before = options_.progress == nullptr ? 0 : options_.progress->bytes.load();
    const bool safe = is_file && file.mtime_ns + kRacyNanoseconds < now_ns();
    if (!batcher_.add(FileBegin{file.path})) return false;
    bool go_on = true;
    kept_streams_.clear();
    const bool complete = read_records_of(file, go_on);
    count(file, options_.progress == nullptr ? 0 : options_.progress->bytes - bytes_before);
    return go_on && batcher_.add(FileEnd{.path = file.path,
                                         .stamp = stamp,
                                         .complete = complete,
                                         .stamp_is_safe = safe,
                                         .kept_streams = std::move(kept_streams_)});
  }

  // A file is behind us, of which `counted` bytes have been counted: also what a reader did not care to read.
  void count(const InputFile& file, std::uint64_t counted) {
    if (options_.progress == nullptr) return;
    ++options_.progress->files;
    if (file.size > counted) options_.progress->bytes += file.size - counted;
  }

  void keep(const std::string& stream) {
    if (kept_streams_.empty() || kept_streams_.back() != stream) kept_streams_.push_back(stream);
  }

  // True when the file was read to its end; sets `go_on` to false when the pipeline wants no more.
  bool read_records_of(const InputFile& file, bool& go_on) {
    const RecordSink sink{.record =
                              [&](RawRecord&& record) {
                                if (record.format->is_window()) keep(record.path);
                                go_on = !stopped() && batcher_.add(std::move(record));
                                return go_on;
                              },
                          .rejection =
                              [&](Rejection&& rejection) {
                                keep(rejection.path);
                                go_on = !stopped() && batcher_.add(std::move(rejection));
                                return go_on;
                              }};
    const ReadLimits limits{.fields = options_.fields,
                            .bytes_read = options_.progress == nullptr ? nullptr : &options_.progress->bytes};
    auto read = read_articles(file.path, limits, options_.stop, sink);
    if (!read) return reject(file, std::move(read).error(), go_on);
    return go_on;
  }

  bool reject(const InputFile& file, Error error, bool& go_on) {
    go_on = go_on && batcher_.add(Rejection{.path = file.path, .record = 0, .error = std::move(error)});
    return false;
  }

  const ReadOptions& options_;
  Batcher batcher_;
  std::vector<std::string> kept_streams_;
};

}  // namespace

Result<void> read_records(const ReadOptions& options, BoundedQueue<ReadBatch>& queue) {
  return Reader(options, queue).run();
}

Result<void> read_stored(const std::vector<ArticleId>& articles, const std::atomic<bool>* stop,
                         BoundedQueue<ReadBatch>& queue) {
  Batcher batcher(queue);
  for (const ArticleId article : articles) {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) break;
    if (!batcher.add(StoredRecord{article})) return {};
  }
  batcher.flush();
  return {};
}

}  // namespace dateline
