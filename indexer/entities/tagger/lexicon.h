// What is known of words and names before any article is read: a hash table in the model file, read in place.
// Knows no features.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/tagger/hashing.h"

namespace dateline::tagging {

// What a word or a name of several words is known as. 16 bits, on disk.
namespace known_as {
inline constexpr std::uint32_t kFirstName = 1U << 0;
inline constexpr std::uint32_t kSurname = 1U << 1;
inline constexpr std::uint32_t kTitle = 1U << 2;      // "prime minister"
inline constexpr std::uint32_t kTitleWord = 1U << 3;  // "deputy"
inline constexpr std::uint32_t kOrgWord = 1U << 4;    // "ministry"
inline constexpr std::uint32_t kGeoWord = 1U << 5;    // "river"
inline constexpr std::uint32_t kDemonym = 1U << 6;
inline constexpr std::uint32_t kNoName = 1U << 7;  // "Friday", "Olympics"
inline constexpr std::uint32_t kPersonVerb = 1U << 8;
inline constexpr std::uint32_t kCommonWord = 1U << 9;
inline constexpr std::uint32_t kVeryCommon = 1U << 10;
inline constexpr std::uint32_t kOrganization = 1U << 11;  // hand-made list
inline constexpr std::uint32_t kRegion = 1U << 12;        // countries, states, well-known places
inline constexpr std::uint32_t kTown = 1U << 13;
inline constexpr std::uint32_t kCompany = 1U << 14;   // long list of brands and operators
inline constexpr std::uint32_t kFunction = 1U << 15;  // "the"
// Names that are matched over several tokens and where they are capitalised.
inline constexpr std::uint32_t kNames = kOrganization | kRegion | kTown | kCompany;
}  // namespace known_as

struct LexiconEntry {
  std::uint32_t classes = 0;
  std::uint8_t casing = 0;  // 0: not met; 1–7: how often running text writes it small, 7 always
  bool has_longer = false;  // a longer name begins with it
};

// Key of a name of several words: the keys of its words, in order.
constexpr std::uint64_t phrase_key(std::uint64_t so_far, std::uint64_t word_key) {
  return so_far == 0 ? word_key : combine(so_far, word_key);
}

// A view of slots, 8 bytes each: 40 bits of the key's hash, has_longer, casing (3), 4 unused, classes (16). Zero is an
// empty slot; linear probing from where the hash says.
class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const char* slots, std::size_t count) : slots_(slots), count_(count) {}
  [[nodiscard]] LexiconEntry find(std::uint64_t key) const;

 private:
  const char* slots_ = nullptr;
  std::size_t count_ = 0;
};

// The slots for (key, entry) pairs; a key appears once.
std::string pack_lexicon(const std::vector<std::pair<std::uint64_t, LexiconEntry>>& entries);

}  // namespace dateline::tagging
