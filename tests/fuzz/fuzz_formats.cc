// libFuzzer entry: any bytes become articles of clean UTF-8 or rejections with a message.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_formats.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string wrong = dateline::check_formats(bytes);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
