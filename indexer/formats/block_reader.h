// A stream whose data say themselves how far to read: looked into, taken, put back. For formats that are no lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/formats/byte_source.h"
#include "shared/base/result.h"

namespace dateline {

// One thread.
class BlockReader {
 public:
  explicit BlockReader(ByteSource& source) : source_(source) {}
  // What comes next, at least `least` bytes of it; fewer where the source ends or fails before, none at the end. Stays
  // valid until the next call. Where the source has an error, the bytes before it are given first; a call behind the
  // error goes on where the source does.
  Result<std::string_view> look(std::size_t least = 1);
  void take(std::size_t count);  // of what look() gave
  void put_back(std::string_view bytes);
  [[nodiscard]] std::uint64_t bytes_taken() const { return bytes_taken_; }

 private:
  ByteSource& source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t bytes_taken_ = 0;
  std::optional<Error> error_;  // met behind what is in the buffer
};

}  // namespace dateline
