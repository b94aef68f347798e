// A queue between threads that holds back the producer when the consumer is behind.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace dateline {

enum class PopStatus : unsigned char { kItem, kTimeout, kClosed };

// Any number of producers and consumers.
template <class Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  // False, and the item is dropped, when the queue was closed.
  bool push(Item item) {
    std::unique_lock lock(mutex_);
    space_.wait(lock, [&] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    arrived_.notify_one();
    return true;
  }

  // Waits for an item; nothing when the queue is closed and empty.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closed_ || !items_.empty(); });
    return take();
  }

  PopStatus pop_for(Item& item, std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    if (!arrived_.wait_for(lock, timeout, [&] { return closed_ || !items_.empty(); })) return PopStatus::kTimeout;
    auto taken = take();
    if (!taken) return PopStatus::kClosed;
    item = std::move(*taken);
    return PopStatus::kItem;
  }

  // No more items come; consumers get what is left.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrived_.notify_all();
    space_.notify_all();
  }

 private:
  std::optional<Item> take() {
    if (items_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(items_.front()));
    items_.pop_front();
    space_.notify_one();
    return item;
  }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable arrived_, space_;
  std::deque<Item> items_;
  bool closed_ = false;
};

}  // namespace dateline
