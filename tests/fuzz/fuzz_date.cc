// libFuzzer entry: what parse_date reads is a possible date, and is read again from what to_iso writes of it.
#include <cstdlib>
#include <string_view>

#include "shared/base/date.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto date = dateline::parse_date({reinterpret_cast<const char*>(data), size});
  if (!date) return 0;
  if (date->precision() == dateline::DatePrecision::kNone || !dateline::days_of(*date)) std::abort();
  if (dateline::parse_date(dateline::to_iso(*date)) != date) std::abort();
  return 0;
}
