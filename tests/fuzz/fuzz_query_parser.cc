// libFuzzer entry: any bytes parse or give an error with a position; what parses survives printing.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string query(data, data + size);
  const std::string wrong = dateline::check_query_parser(query);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
