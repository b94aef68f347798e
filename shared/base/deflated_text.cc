// On zlib's one-call functions: a text is in memory as a whole anyway.
#include "shared/base/deflated_text.h"

#include <zlib.h>

#include "shared/base/bytes.h"

namespace dateline {
namespace {

constexpr std::uint64_t kMostTimes = 1100;  // deflate packs no more than 1,032 times: a length beyond is damage

const Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

}  // namespace

void deflate_text(std::string_view text, std::string& packed) {
  packed.clear();
  append_leb128(packed, text.size());
  const std::size_t head = packed.size();
  uLongf size = compressBound(text.size());
  packed.resize(head + size);
  // Cannot fail: the room is the bound, and memory that runs out ends the program.
  static_cast<void>(compress2(reinterpret_cast<Bytef*>(packed.data() + head), &size, bytes_of(text), text.size(),
                              Z_DEFAULT_COMPRESSION));
  packed.resize(head + size);
}

std::optional<std::string> inflate_text(std::string_view packed) {
  std::uint64_t length = 0;
  if (!take_leb128(packed, length) || length > (packed.size() + 1) * kMostTimes) return std::nullopt;
  std::string text(length, '\0');
  uLongf size = text.size();
  const int code = uncompress(reinterpret_cast<Bytef*>(text.data()), &size, bytes_of(packed), packed.size());
  if (code != Z_OK || size != length) return std::nullopt;
  return text;
}

}  // namespace dateline
