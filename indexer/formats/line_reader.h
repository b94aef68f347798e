// Cuts a stream into lines, one at a time, however long the stream is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/byte_source.h"
#include "shared/base/result.h"

namespace dateline {

// One thread. A line longer than the limit is passed over without being kept.
class LineReader {
 public:
  LineReader(ByteSource& source, std::uint64_t line_limit);

  enum class Outcome : std::uint8_t { kLine, kTooLong, kEnd };
  // The next line into `line`, without its line end (LF or CRLF). The source's error ends the lines: a last line that
  // it cut off is not given.
  Result<Outcome> next(std::string& line);
  [[nodiscard]] std::uint64_t line_number() const { return line_number_; }  // of the line given last, from 1

 private:
  Result<bool> refill();

  ByteSource& source_;
  std::uint64_t limit_;
  std::vector<char> buffer_;
  std::string_view unread_;
  std::uint64_t line_number_ = 0;
};

}  // namespace dateline
