// The stem cache's table. Linear probing; hash by two 64-bit lanes multiplied to 128 bits (the mixing step of wyhash,
// Wang Yi, public domain).
#include "shared/text/word_table.h"

#include <algorithm>
#include <cstring>

#include "shared/base/bytes.h"

namespace dateline {
namespace {

constexpr std::size_t kFirstEntries = std::size_t{1} << 7U;  // a search needs a few words; indexing grows it in no time

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// The two ends of a word.
struct Lanes {
  std::uint64_t first = 0, last = 0;
};
Lanes lanes_of(std::string_view word) {
  const char* const data = word.data();
  const std::size_t size = word.size();
  if (size >= 8) return {load_le<std::uint64_t>(data), load_le<std::uint64_t>(data + size - 8)};
  if (size >= 4) return {load_le<std::uint32_t>(data), load_le<std::uint32_t>(data + size - 4)};
  if (size == 0) return {};
  const auto byte = [&](std::size_t i) -> std::uint64_t { return static_cast<unsigned char>(data[i]); };
  return {byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U, 0};
}

constexpr std::size_t kWholeInLanes = 16;

}  // namespace

std::string_view ByteArena::keep(std::string_view bytes) {
  if (bytes.size() > left_ || at_ == nullptr) {
    const std::size_t size = std::max(bytes.size(), kBlockBytes);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    at_ = blocks_.back().get();
    left_ = size;
  }
  char* const kept = at_;
  std::copy(bytes.begin(), bytes.end(), kept);
  at_ += bytes.size();
  left_ -= bytes.size();
  return {kept, bytes.size()};
}

void ByteArena::clear() {
  blocks_.clear();
  left_ = 0;
  at_ = nullptr;
}

WordTable::WordTable() : entries_(kFirstEntries) {}

WordTable::Key WordTable::key_of(std::string_view word) {
  constexpr std::uint64_t kSecret0 = 0xA0761D6478BD642FU;
  constexpr std::uint64_t kSecret1 = 0xE7037ED1A0B428DBU;
  std::uint64_t hash = kSecret0 ^ word.size();
  const auto ends = lanes_of(word);
  auto tail = ends;
  if (word.size() > kWholeInLanes) {
    for (; word.size() > kWholeInLanes; word.remove_prefix(kWholeInLanes)) {
      hash = mix(load_le<std::uint64_t>(word.data()) ^ kSecret1, load_le<std::uint64_t>(word.data() + 8) ^ hash);
    }
    tail = lanes_of(word);
  }
  hash = mix(tail.first ^ kSecret1, tail.last ^ hash);
  return {ends.first, ends.last, static_cast<std::uint32_t>(hash ^ (hash >> 32U))};
}

std::uint32_t WordTable::find(std::string_view word, const Key& key) const {
  const std::size_t mask = entries_.size() - 1;
  for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
    const Entry& entry = entries_[at];
    if (entry.word == nullptr) return kNone;
    if (entry.first != key.first || entry.last != key.last || entry.size != word.size()) continue;
    if (word.size() <= kWholeInLanes || std::memcmp(entry.word, word.data(), word.size()) == 0) return entry.number;
  }
}

std::string_view WordTable::insert(std::string_view word, const Key& key, std::uint32_t number) {
  if (2 * (size_ + 1) > entries_.size()) grow();
  const auto kept = arena_.keep(word);
  place({key.first, key.last, kept.data(), static_cast<std::uint32_t>(kept.size()), number}, key.hash);
  ++size_;
  return kept;
}

void WordTable::place(const Entry& entry, std::uint32_t hash) {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = hash & mask;
  while (entries_[at].word != nullptr) at = (at + 1) & mask;
  entries_[at] = entry;
}

void WordTable::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.word != nullptr) place(entry, key_of({entry.word, entry.size}).hash);
  }
}

void WordTable::clear() {
  entries_.assign(kFirstEntries, Entry{});
  size_ = 0;
  arena_.clear();
}

}  // namespace dateline
