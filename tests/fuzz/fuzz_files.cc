// libFuzzer entry for whole files: any bytes, packed or not, become articles of clean UTF-8 or rejections with a
// message. Seeds: tests/data/formats.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/check_formats.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const int file = ::memfd_create("input", 0);  // one for all runs: nothing is written to a disk
  if (file < 0 || ::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
    std::abort();
  const std::string wrong = dateline::check_file("/proc/self/fd/" + std::to_string(file));
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
