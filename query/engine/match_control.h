// What the parts of one match share: whether it must end, and what went wrong where Xapian cannot be told.
#pragma once

#include <cstdint>
#include <optional>

#include "query/engine/deadline.h"
#include "shared/base/result.h"

namespace dateline {

// One thread.
struct MatchControl {
  Deadline deadline;
  bool stopped = false;        // the time was over: what was found so far is the answer
  std::optional<Error> error;  // the answer is this

  // Cheap: looks at the clock every 64th time.
  bool must_end() {
    constexpr std::uint32_t kMask = 63;
    if (!stopped && (++asked_ & kMask) == 0) stopped = deadline.is_over();
    return stopped || error.has_value();
  }

 private:
  std::uint32_t asked_ = 0;
};

}  // namespace dateline
