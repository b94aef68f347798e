// libFuzzer entry: any bytes are split into words and sentences that stay inside, and valid text folds once and for
// all.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_text.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string wrong = dateline::check_text({reinterpret_cast<const char*>(data), size});
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
