// The lexicon's table on disk, stem → id, mapped: what lets a large lexicon be opened without reading it. Derived from
// the column's files; every answer is confirmed by the stem's own bytes, so a wrong table can miss a stem but not
// confuse two.
//
// Layout, little-endian: a header of 64 bytes (LexiconHashHeader), then `slots` times u32 id, u32 low half of
// hash64(stem); id 0 is a free slot. A stem's first slot is (hash64(stem) · slots) >> 64, the next ones follow, round
// at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/columns/column.h"

namespace dateline {

struct LexiconHashHeader {
  char magic[8];             // "DLEXHASH"
  std::uint32_t version;     // 1
  std::uint32_t generation;  // of the lexicon
  std::uint64_t stems;       // the table holds the ids of this many first stems
  std::uint64_t data_bytes;  // … which take this many bytes of lexicon.data
  std::uint64_t slots;
  std::uint32_t tail_crc;    // CRC-32 of the last min(4096, data_bytes) of these bytes: ties the table to its lexicon
  std::uint32_t slots_crc;   // CRC-32 of the slots; compared by `check` only
  std::uint32_t header_crc;  // CRC-32 of all before
  std::uint32_t reserved[3];
};
static_assert(sizeof(LexiconHashHeader) == 64);

class LexiconHash {
 public:
  // The table of the lexicon that `column` maps, if there is one, whole, and made from this very lexicon. It may cover
  // stems beyond the reader's commit (a writer has just written it); those are never found.
  static std::optional<LexiconHash> open(const std::string& path, std::uint32_t generation, const ColumnReader& column);

  // How many stems the table covers, of those that the commit has.
  [[nodiscard]] std::uint32_t covered() const { return covered_; }
  // 0 where the stem is not among the covered ones. `hash` is hash64(stem).
  [[nodiscard]] std::uint32_t find(std::string_view stem, std::uint64_t hash, const ColumnReader& column) const;
  [[nodiscard]] bool slots_are_intact() const;

 private:
  MappedFile file_;
  LexiconHashHeader header_{};
  std::uint32_t covered_ = 0;
};

std::string lexicon_hash_path(const std::string& folder, std::uint32_t generation);

// Writes the table over all stems of `commit`, aside, then renamed.
Result<void> write_lexicon_hash(const std::string& folder, const ColumnCommit& commit);

}  // namespace dateline
