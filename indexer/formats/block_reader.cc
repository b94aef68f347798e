// One buffer, whose front is cut off when more is read.
#include "indexer/formats/block_reader.h"

#include <utility>

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 256 * 1024;

}  // namespace

Result<std::string_view> BlockReader::look(std::size_t least) {
  while (buffer_.size() - begin_ < least && !error_) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + kReadBytes);
    auto got = source_.read(std::span(buffer_).subspan(filled));
    buffer_.resize(filled + (got ? *got : 0));
    if (!got) error_ = std::move(got).error();
    if (error_ || *got == 0) break;
  }
  if (begin_ == buffer_.size() && error_) return *std::exchange(error_, std::nullopt);
  return std::string_view(buffer_).substr(begin_);
}

void BlockReader::take(std::size_t count) {
  begin_ += count;
  bytes_taken_ += count;
}

void BlockReader::put_back(std::string_view bytes) {
  buffer_.replace(0, begin_, bytes);
  begin_ = 0;
}

}  // namespace dateline
