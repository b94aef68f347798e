// The only place of the engine that asks for the date.
#include "query/engine/local_today.h"

#include <ctime>

#include "shared/base/date.h"

namespace dateline {

std::int64_t local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return days_from_civil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace dateline
