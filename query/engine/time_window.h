// "The last seven days" as days. Plain arithmetic on dates; asks no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/date.h"
#include "shared/base/result.h"

namespace dateline {

struct TimeWindow {
  DayRange now;     // both days inclusive
  DayRange before;  // what it is held against: kTimesBefore as long, up to the day before
};
inline constexpr std::int64_t kTimesBefore = 4;

// `since`: a number of days, weeks, months or years up to `until` ("7d", "2w", "3m", "1y"), or a date, whose first day
// it is. `until`: a date, whose last day it is; "": `newest`. kUsage for anything else, and where the window ends
// before it begins.
Result<TimeWindow> time_window(std::string_view since, std::string_view until, std::int64_t newest);

}  // namespace dateline
