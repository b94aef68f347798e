// Reads in pieces, so that a file that is too large ends at the limit.
#include "indexer/formats/read_whole.h"

#include <memory>
#include <span>
#include <utility>

#include "indexer/formats/file_signatures.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 256 * 1024;

Result<std::string> read_all(ByteSource& source, const ReadLimits& limits, std::string_view hint, bool only_text) {
  std::string bytes;
  const auto buffer = std::make_unique_for_overwrite<char[]>(kReadBytes);
  while (true) {
    auto got = source.read(std::span(buffer.get(), kReadBytes));
    if (!got) return std::move(got).error();
    if (*got == 0) return bytes;
    const bool first = bytes.empty();
    bytes.append(buffer.get(), *got);
    if (bytes.size() > limits.record_bytes) {
      return unreadable(
          concat({"larger than ", with_thousands(limits.record_bytes), " bytes, too large for one article"}), hint);
    }
    if (only_text && first && !binary_kind(bytes).empty() && markup_kind(bytes).empty()) return bytes;
  }
}

}  // namespace

Result<std::string> read_whole(ByteSource& source, const ReadLimits& limits, std::string_view hint) {
  return read_all(source, limits, hint, true);
}

Result<std::string> read_whole_bytes(ByteSource& source, const ReadLimits& limits, std::string_view hint) {
  return read_all(source, limits, hint, false);
}

}  // namespace dateline
