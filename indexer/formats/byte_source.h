// Bytes of a file or of stdin, gzip undone on the way.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace dateline {

// A stream that can be looked at before it is read. One thread.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to into.size() bytes; 0 at the end. A damaged or truncated gzip stream is kUnreadable; what
  // is read behind damage comes from its next member.
  virtual Result<std::size_t> read(std::span<char> into) = 0;
};

// The first bytes (up to 4 KiB) without taking them, and the source to read everything from.
struct OpenedSource {
  std::unique_ptr<ByteSource> source;
  std::string head;
  bool compressed = false;
};
// "-" is stdin; gzip is recognised by its first bytes. Where `stop` becomes true while stdin is silent, it ends there.
Result<OpenedSource> open_source(const std::string& path, const std::atomic<bool>* stop = nullptr);
// The two steps of it: the bytes as they lie there, and what they are.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, const std::atomic<bool>* stop = nullptr);
Result<OpenedSource> look_into(std::unique_ptr<ByteSource> source);

}  // namespace dateline
