// When two articles are near copies of one: by their shingles, every five neighbouring stems of the text, without the
// title. Here is the measure, and what finds candidates for it: a signature (MinHash) and its keys (bands). Knows no
// archive.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/text/analyzer.h"

namespace dateline {

// Names the rules of this file; part of what an archive notes, since signatures are on disk.
inline constexpr std::string_view kNearCopyRules = "near-1";

inline constexpr std::size_t kShingleWords = 5;
inline constexpr double kNearCopyLikeness = 0.6;

// Hashes of the distinct shingles, ascending; none for a text of fewer than kShingleWords words.
std::vector<std::uint64_t> shingles_of(const AnalyzedText& text);

// Jaccard: how many of all their shingles both have, 0–1. Both ascending without duplicates.
double likeness(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

// One byte for each of 64 random orders of all shingles: of the article's first shingle in that order. Two articles
// agree in about as many of them as their likeness says (Broder 1997; a byte each: Li and König 2010).
inline constexpr std::size_t kSignatureBytes = 64;
struct NearSignature {
  std::array<unsigned char, kSignatureBytes> bytes{};
  friend bool operator==(const NearSignature&, const NearSignature&) = default;
};
std::optional<NearSignature> signature_of(std::span<const std::uint64_t> shingles);  // nullopt: there are none

// Likeness by the signatures alone; the standard error is 0.06.
double estimated_likeness(const NearSignature& a, const NearSignature& b);

// Articles with a key in common are candidates: 16 bands of four bytes. Pairs of likeness 0.6 have one with probability
// 0.89, of 0.7 with 0.99, of 0.3 with 0.13.
inline constexpr std::size_t kBandBytes = 4;
inline constexpr std::size_t kBands = kSignatureBytes / kBandBytes;
std::array<std::uint64_t, kBands> keys_of(const NearSignature& signature);  // below 2^36

}  // namespace dateline
