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
  struct Entry {
    std::string_view word;  // in the arena; data() is null where the entry is free
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };

  WordTable();
  static std::uint32_t hash_of(std::string_view word);

  // The word's entry, or nullptr.
  [[nodiscard]] const Entry* find(std::string_view word, std::uint32_t hash) const;
  // `word` is not in the table yet. The view that is returned stays valid until clear().
  std::string_view insert(std::string_view word, std::uint32_t hash, std::uint32_t number);
  [[nodiscard]] std::size_t size() const { return size_; }
  void clear();

 private:
  void grow();
  void place(const Entry& entry);

  std::vector<Entry> entries_;  // a power of two, at most half full
  std::size_t size_ = 0;
  ByteArena arena_;
};

}  // namespace dateline
