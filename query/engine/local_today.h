// The day that it is where the reader sits.
#pragma once

#include <cstdint>

namespace dateline {

// Days since 1970, in the system's time zone.
std::int64_t local_today();

}  // namespace dateline
