// How words and features become numbers. All of this is part of the model file's meaning: a change makes old models
// wrong, so it needs a new kFeatureVersion (model_file.h).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline::tagging {

// Multipliers of SplitMix64 (Steele, Lea, Flood 2014) and the golden ratio.
inline constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;
inline constexpr std::uint64_t kMixA = 0xBF58476D1CE4E5B9U;
inline constexpr std::uint64_t kMixB = 0x94D049BB133111EBU;

constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * kMixA;
  x = (x ^ (x >> 27)) * kMixB;
  return x ^ (x >> 31);
}

constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
  return mix(a * kGolden + ((b << 23) | (b >> 41)));
}

inline std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t h = kGolden ^ bytes.size();
  while (bytes.size() >= 8) {
    std::uint64_t lane = 0;
    std::memcpy(&lane, bytes.data(), 8);
    h = (h ^ lane) * kMixA;
    h ^= h >> 29;
    bytes.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, bytes.data(), bytes.size());
  return mix(h ^ rest);
}

}  // namespace dateline::tagging
