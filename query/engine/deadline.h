// When a question must be answered, however far the answer has got.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace dateline {

class Deadline {
 public:
  Deadline() = default;  // never
  static Deadline in_milliseconds(std::uint32_t milliseconds) {
    Deadline out;
    out.at_ = Clock::now() + std::chrono::milliseconds(milliseconds);
    return out;
  }
  [[nodiscard]] bool is_set() const { return at_.has_value(); }
  // Asks the clock, which takes some 25 ns: not for every word of an archive.
  [[nodiscard]] bool is_over() const { return at_ && Clock::now() >= *at_; }

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> at_;
};

}  // namespace dateline
