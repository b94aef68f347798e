// Layout of the table: see lexicon.h.
#include "indexer/entities/tagger/lexicon.h"

#include "shared/base/bytes.h"

namespace dateline::tagging {
namespace {

constexpr std::uint64_t kCheckMask = ~((std::uint64_t{1} << 24) - 1);

std::uint64_t pack(std::uint64_t key, const LexiconEntry& entry) {
  return (key & kCheckMask) | (std::uint64_t{entry.has_longer} << 23) | (std::uint64_t{entry.casing} << 20) |
         entry.classes;
}

// The check is made of the high bits, so the place is made of the low ones.
std::size_t home_of(std::uint64_t key, std::size_t count) {
  return static_cast<std::size_t>(((key & 0xFFFFFFFFU) * count) >> 32);
}

}  // namespace

LexiconEntry Lexicon::find(std::uint64_t key) const {
  if (count_ == 0) return {};
  std::size_t at = home_of(key, count_);
  for (std::size_t probes = 0; probes < count_; ++probes) {
    const auto slot = load_le<std::uint64_t>(slots_ + at * 8);
    if (slot == 0) return {};
    if (((slot ^ key) & kCheckMask) == 0)
      return {static_cast<std::uint32_t>(slot & 0xFFFFU), static_cast<std::uint8_t>((slot >> 20) & 7U),
              ((slot >> 23) & 1U) != 0};
    if (++at == count_) at = 0;
  }
  return {};
}

std::string pack_lexicon(const std::vector<std::pair<std::uint64_t, LexiconEntry>>& entries) {
  const std::size_t count = entries.size() + entries.size() / 3 + 1;
  std::vector<std::uint64_t> slots(count, 0);
  for (const auto& [key, entry] : entries) {
    std::size_t at = home_of(key, count);
    while (slots[at] != 0) at = at + 1 == count ? 0 : at + 1;
    slots[at] = pack(key, entry);
  }
  std::string out;
  out.reserve(count * 8);
  for (const std::uint64_t slot : slots) append_le(out, slot);
  return out;
}

}  // namespace dateline::tagging
