// libFuzzer entry: any bytes are a page that is read or empty.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_pages.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string wrong = dateline::check_page(bytes);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
