// The day on which the parser's tests take place.
#pragma once

#include <cstdint>

namespace dateline {

inline constexpr std::int64_t kToday = 19951;  // Friday, 2024-08-16

}  // namespace dateline
