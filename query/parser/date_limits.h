// The days between which queries can ask. An open end of a range is one of these two days.
#pragma once

#include <cstdint>

namespace dateline {

inline constexpr int kFirstYear = 1000;  // as parse_date takes them
inline constexpr int kLastYear = 2999;
inline constexpr std::int64_t kFirstDay = -354285;  // days_from_civil(1000, 1, 1)
inline constexpr std::int64_t kLastDay = 376199;    // days_from_civil(2999, 12, 31)

}  // namespace dateline
