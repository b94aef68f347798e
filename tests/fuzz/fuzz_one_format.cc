// libFuzzer entry for one format, which the build names: any bytes become articles of clean UTF-8 or rejections with a
// message.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_formats.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const dateline::ArticleFormat* format : dateline::article_formats()) {
    if (format->name() != DATELINE_FUZZED_FORMAT) continue;
    if (format->claims(std::string_view(bytes).substr(0, 4096), "-") < 0) std::abort();
    const std::string wrong = dateline::check_reading(*format, bytes);
    if (wrong.empty()) return 0;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  std::abort();  // no such format
}
