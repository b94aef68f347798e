// Bytes that are there already, as a source: decoded text, and what is left behind a look.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "indexer/formats/block_reader.h"
#include "indexer/formats/byte_source.h"

namespace dateline {

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}  // live longer
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min(into.size(), rest_.size());
    if (count > 0) std::memcpy(into.data(), rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

// What a reader was not asked to take.
class RestOfSource final : public ByteSource {
 public:
  explicit RestOfSource(BlockReader& reader) : reader_(reader) {}
  Result<std::size_t> read(std::span<char> into) override {
    auto bytes = reader_.look();
    if (!bytes) return std::move(bytes).error();
    const std::size_t count = std::min(into.size(), bytes->size());
    if (count > 0) std::memcpy(into.data(), bytes->data(), count);
    reader_.take(count);
    return count;
  }

 private:
  BlockReader& reader_;
};

}  // namespace dateline
