// Stem → id in memory: a flat open-addressing table over an arena. It knows nothing of files; the lexicon keeps in it
// what its table on disk does not hold, and what was looked up there before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class StemTable {
 public:
  // `hash` is hash64(stem), here and below. 0 where the stem is not known.
  [[nodiscard]] std::uint32_t find(std::string_view stem, std::uint64_t hash) const {
    if (slots_.empty()) return 0;
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.id == 0) return 0;
      if (slot.hash == hash && stem_at(slot.offset) == stem) return slot.id;
    }
  }
  // Of a stem that is not there yet, 1–255 bytes; id is not 0. False where the arena (4 GiB) is full.
  [[nodiscard]] bool insert(std::string_view stem, std::uint64_t hash, std::uint32_t id);
  void reserve(std::size_t stems);

 private:
  // The arena holds length (one byte) and bytes of each stem.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id = 0;  // 0: free
    std::uint32_t offset = 0;
  };
  [[nodiscard]] std::string_view stem_at(std::uint32_t offset) const {
    return {arena_.data() + offset + 1, static_cast<unsigned char>(arena_[offset])};
  }
  void resize(std::size_t slots);
  void place(const Slot& slot);

  std::vector<Slot> slots_;  // a power of two, at most 5/8 full
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
  std::string arena_;
};

}  // namespace dateline
