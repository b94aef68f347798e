// Words → numbers, for the stem cache: a flat open-addressing table whose keys lie in an arena of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

// Bytes that do not move. Not thread-safe.
class ByteArena {
 public:
  std::string_view keep(std::string_view bytes);
  void clear();

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0;  // in the last block
  char* at_ = nullptr;
};

// One thread an object.
class WordTable {
 public:
  // What is compared: for words of up to 16 bytes, size and lanes are the word, so that a hit touches one cache line.
  struct Key {
    std::uint64_t first = 0, last = 0;  // eight bytes each of both ends, which may overlap
    std::uint32_t hash = 0;
  };
  static Key key_of(std::string_view word);

  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  WordTable();
  // The word's number, or kNone.
  [[nodiscard]] std::uint32_t find(std::string_view word, const Key& key) const;
  // `word` is not in the table yet. The view that is returned stays valid until clear().
  std::string_view insert(std::string_view word, const Key& key, std::uint32_t number);
  [[nodiscard]] std::size_t size() const { return size_; }
  void clear();

 private:
  struct Entry {
    std::uint64_t first = 0, last = 0;
    const char* word = nullptr;  // in the arena; null where the entry is free
    std::uint32_t size = 0;
    std::uint32_t number = 0;
  };
  void grow();
  void place(const Entry& entry, std::uint32_t hash);

  std::vector<Entry> entries_;  // a power of two, at most half full
  std::size_t size_ = 0;
  ByteArena arena_;
};

}  // namespace dateline
