// The growing side of the stem table; finding is inline in the header.
#include "shared/columns/stem_table.h"

#include <bit>
#include <limits>
#include <utility>

namespace dateline {

bool StemTable::insert(std::string_view stem, std::uint64_t hash, std::uint32_t id) {
  if (arena_.size() > std::numeric_limits<std::uint32_t>::max() - 256) return false;
  reserve(size_ + 1);
  const auto offset = static_cast<std::uint32_t>(arena_.size());
  arena_.push_back(static_cast<char>(stem.size()));
  arena_.append(stem);
  place({hash, id, offset});
  ++size_;
  return true;
}

void StemTable::reserve(std::size_t stems) {
  constexpr std::size_t kSmallest = 1024;
  if (stems * 8 <= slots_.size() * 5) return;
  resize(std::max(kSmallest, std::bit_ceil(stems * 2)));
}

void StemTable::resize(std::size_t slots) {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots));
  mask_ = slots - 1;
  for (const Slot& slot : before) {
    if (slot.id != 0) place(slot);
  }
}

void StemTable::place(const Slot& slot) {
  std::size_t at = slot.hash & mask_;
  while (slots_[at].id != 0) at = (at + 1) & mask_;
  slots_[at] = slot;
}

}  // namespace dateline
