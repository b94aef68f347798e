// The order for each record: its begin found, its header read, its block taken or passed over, its end checked.
// Whatever goes wrong is told once, and the next line that begins as records do is sought.
#include "indexer/formats/warc_records.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kBegin = "WARC/";
constexpr std::size_t kMostHeader = 128 * 1024;
constexpr std::uint64_t kMostBlock = std::uint64_t{1} << 40;  // a longer one is no length but damage

std::optional<std::uint64_t> block_size(const HeaderFields& warc) {
  const std::string_view text = warc.value("Content-Length");
  std::uint64_t size = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool whole = error == std::errc() && stop == text.data() + text.size();
  return whole && size <= kMostBlock ? std::optional(size) : std::nullopt;
}

Error too_early(std::uint64_t there, std::uint64_t announced) {
  return unreadable(concat({"the file ends within the record: ", with_thousands(there), " of ",
                            with_thousands(announced), " bytes are there (truncated)"}),
                    "fetch or copy the file again; what could be read before the break is kept");
}

class WarcReading {
 public:
  WarcReading(ByteSource& source, const ReadLimits& limits, const WarcSink& sink)
      : input_(source), limits_(limits), sink_(sink) {}

  Result<void> run() {
    while (go_on_) {
      auto begun = seek_record();
      if (begun && !*begun) break;
      if (begun) {
        ++record_;
        damaged_ = false;
        begun = read_record();
      }
      if (begun) continue;
      // A source that has nothing but errors is at its end.
      if (std::exchange(failed_at_, input_.bytes_taken()) == input_.bytes_taken()) return std::move(begun).error();
      fail(std::move(begun).error());
    }
    return {};
  }

 private:
  // To the first byte of the next record; false at the end of the file. Behind damage anything may come before it.
  Result<bool> seek_record() {
    if (!damaged_) {
      auto rest = skip_line_ends();
      if (!rest) return std::move(rest).error();
      if (rest->empty()) return false;
      if (rest->starts_with(kBegin)) return true;
      fail(record_ == 0 ? unreadable("no record of a web archive at its begin") : wrong_length());
    }
    while (go_on_) {
      auto rest = input_.look(kBegin.size());
      if (!rest) return std::move(rest).error();
      if (rest->empty()) return false;
      if (rest->starts_with(kBegin)) return true;
      input_.take(std::min(rest->find('\n'), rest->size() - 1) + 1);
    }
    return false;
  }

  Result<std::string_view> skip_line_ends() {
    while (true) {
      auto rest = input_.look(kBegin.size());
      if (!rest || rest->empty()) return rest;
      const std::size_t ends = std::min(rest->find_first_not_of("\r\n"), rest->size());
      if (ends == 0) return rest;
      input_.take(ends);
    }
  }

  // True; what is wrong with this record and no others is told here.
  Result<bool> read_record() {
    auto warc = read_header();
    if (!warc) return std::move(warc).error();
    const auto size = block_size(*warc);
    if (!size) return unreadable("its header has no Content-Length");
    if (content_of(*warc) == WarcContent::kNothing) return skip_block(0, *size);
    auto block = input_.look(std::min<std::uint64_t>(*size, kMostHttpHeader));
    if (!block) return std::move(block).error();
    if (block->size() < std::min<std::uint64_t>(*size, kMostHttpHeader)) return skip_block(0, *size);  // tells why
    auto opening = open_capture(*warc, block->substr(0, *size));
    if (!opening) reject(std::move(opening).error());
    if (!opening || !*opening) return skip_block(0, *size);
    if (*size > limits_.record_bytes) {
      reject(unreadable(
          concat({"larger than ", with_thousands(limits_.record_bytes), " bytes, too large for one article"})));
      return skip_block(0, *size);
    }
    return take_block(**opening, *size);
  }

  Result<HeaderFields> read_header() {
    auto rest = input_.look(kMostHeader);
    if (!rest) return std::move(rest).error();
    const auto size = header_size(rest->substr(0, kMostHeader));
    const std::size_t first_line = std::min(rest->find('\n'), rest->size() - 1) + 1;
    if (!size) {
      input_.take(first_line);
      return unreadable(rest->size() < kMostHeader ? "the file ends within the header of the record (truncated)"
                                                   : "its header has no end");
    }
    HeaderFields warc = HeaderFields::read(rest->substr(first_line, *size - first_line));
    input_.take(*size);
    return warc;
  }

  // Passes over the block, of which `passed` bytes are behind us.
  Result<bool> skip_block(std::uint64_t passed, std::uint64_t size) {
    while (passed < size) {
      auto rest = input_.look();
      if (!rest) return std::move(rest).error();
      if (rest->empty()) return too_early(passed, size);
      const std::uint64_t count = std::min<std::uint64_t>(rest->size(), size - passed);
      input_.take(count);
      passed += count;
    }
    return true;
  }

  Result<bool> take_block(const WarcOpening& opening, std::uint64_t size) {
    std::string block;
    while (block.size() < size) {
      auto rest = input_.look();
      if (!rest) return std::move(rest).error();
      if (rest->empty()) return too_early(block.size(), size);
      const std::size_t count = std::min<std::uint64_t>(rest->size(), size - block.size());
      block += rest->substr(0, count);
      input_.take(count);
    }
    auto behind = skip_line_ends();  // damage that is met here is this record's: gzip has its checksum there
    if (!behind) return std::move(behind).error();
    if (!behind->empty() && !behind->starts_with(kBegin)) {
      put_back_next_record(block);
      return wrong_length();
    }
    go_on_ = go_on_ && sink_.capture(record_, pack_capture(opening.capture,
                                                           std::string_view(block).substr(opening.header_bytes)));
    return true;
  }

  // A block that is said to be longer than it is has the next record in it.
  void put_back_next_record(std::string_view block) {
    constexpr std::string_view kNext = "\r\n\r\nWARC/1.";
    const std::size_t next = block.find(kNext);
    if (next != std::string_view::npos) input_.put_back(block.substr(next));
  }

  static Error wrong_length() {
    return unreadable("no record begins where this one ends: its Content-Length is wrong");
  }

  void reject(Error error) { go_on_ = go_on_ && sink_.rejection(record_, std::move(error)); }

  // Behind this the next record is sought. One damage is told once.
  void fail(Error error) {
    if (!std::exchange(damaged_, true)) reject(std::move(error));
  }

  BlockReader input_;
  const ReadLimits& limits_;
  const WarcSink& sink_;
  std::uint64_t record_ = 0;
  bool damaged_ = false;
  bool go_on_ = true;
  std::optional<std::uint64_t> failed_at_;  // what was taken when the source failed last
};

}  // namespace

Result<void> read_warc(ByteSource& source, const ReadLimits& limits, const WarcSink& sink) {
  return WarcReading(source, limits, sink).run();
}

}  // namespace dateline
