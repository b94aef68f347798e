// libFuzzer entry: any bytes are split into tokens, decoded as points, and read for names by the model of the source
// tree.
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "tests/fuzz/check_entities.h"

namespace {

dateline::EntityExtractor& extractor() {
  static const std::unique_ptr<dateline::EntityExtractor> opened = [] {
    auto made = dateline::make_extractor({});
    if (!made) {
      std::fprintf(stderr, "%s\n", made.error().message.c_str());
      std::exit(1);
    }
    return std::move(*made);
  }();
  return *opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string wrong = dateline::check_tagger_tokens(bytes);
  if (wrong.empty()) wrong = dateline::check_decoder(bytes);
  if (wrong.empty()) wrong = dateline::check_extraction(extractor(), bytes);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
