// Line ends are found by memchr; the buffer is small beside a line's limit, so that a line of gigabytes costs no
// memory.
#include "indexer/formats/line_reader.h"

#include <cstring>

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 256 * 1024;

}  // namespace

LineReader::LineReader(ByteSource& source, std::uint64_t line_limit)
    : source_(source), limit_(line_limit), buffer_(kReadBytes) {}

// False at the end of the source.
Result<bool> LineReader::refill() {
  auto got = source_.read(std::span(buffer_));
  if (!got) return std::move(got).error();
  unread_ = std::string_view(buffer_.data(), *got);
  return *got > 0;
}

Result<LineReader::Outcome> LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  while (true) {
    if (unread_.empty()) {
      auto more = refill();
      if (!more) return std::move(more).error();
      if (!*more) break;
    }
    if (!any) ++line_number_;
    any = true;
    const void* const end = std::memchr(unread_.data(), '\n', unread_.size());
    const std::size_t length =
        end != nullptr ? static_cast<std::size_t>(static_cast<const char*>(end) - unread_.data()) : unread_.size();
    too_long = too_long || line.size() + length > limit_;
    if (!too_long) line += unread_.substr(0, length);
    if (too_long && !line.empty()) std::string().swap(line);
    unread_.remove_prefix(length + (end != nullptr ? 1 : 0));
    if (end != nullptr) break;
  }
  if (!any) return Outcome::kEnd;
  if (too_long) return Outcome::kTooLong;
  if (line.ends_with('\r')) line.pop_back();
  return Outcome::kLine;
}

}  // namespace dateline
