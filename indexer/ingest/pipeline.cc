// Threads of the pipeline and their order.
#include "indexer/ingest/pipeline.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <utility>

namespace dateline {
namespace {

constexpr auto kTick = std::chrono::milliseconds(500);

}  // namespace

Pipeline::Pipeline(std::vector<Preparer> preparers, ReadOptions read_options, const std::vector<ArticleId>* stored)
    : preparers_(std::move(preparers)), read_options_(std::move(read_options)), working_(preparers_.size()) {
  reader_ = std::thread([this, stored] {
    read_result_ =
        stored == nullptr ? read_records(read_options_, raw_) : read_stored(*stored, read_options_.stop, raw_);
    raw_.close();
  });
  for (Preparer& preparer : preparers_) workers_.emplace_back([this, &preparer] { work(preparer); });
}

void Pipeline::work(Preparer& preparer) {
  while (auto batch = raw_.pop()) {
    PreparedBatch prepared{.number = batch->number, .items = {}};
    prepared.items.reserve(batch->items.size());
    for (ReadItem& item : batch->items) prepared.items.push_back(preparer.prepare(std::move(item)));
    if (!prepared_.push(std::move(prepared))) break;
  }
  const std::lock_guard lock(mutex_);
  if (--working_ == 0) prepared_.close();
}

Result<void> Pipeline::take_all(const std::function<Result<bool>(PreparedItem&&)>& take,
                                const std::function<Result<void>()>& tick) {
  std::map<std::uint64_t, PreparedBatch> waiting;
  std::uint64_t next = 0;
  while (true) {
    PreparedBatch batch;
    const PopStatus status = prepared_.pop_for(batch, kTick);
    if (status == PopStatus::kClosed) return {};
    if (status == PopStatus::kItem) waiting.emplace(batch.number, std::move(batch));
    for (auto it = waiting.find(next); it != waiting.end(); it = waiting.find(++next)) {
      for (PreparedItem& item : it->second.items) {
        const auto taken = take(std::move(item));
        if (!taken) return taken.error();
        if (!*taken) return {};
      }
      waiting.erase(it);
    }
    if (auto ticked = tick(); !ticked) return ticked;
  }
}

Result<void> Pipeline::stop() {
  raw_.close();
  prepared_.close();
  if (reader_.joinable()) reader_.join();
  for (std::thread& worker : workers_) worker.join();
  workers_.clear();
  return read_result_;
}

}  // namespace dateline
