// Shingles, MinHash and bands.
#include "shared/text/near_copies.h"

#include <algorithm>

#include "shared/base/bytes.h"

namespace dateline {
namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;  // of the rolling polynomial: any odd number with mixed bits

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t out = 1;
  for (std::size_t i = 0; i < exponent; ++i) out *= base;
  return out;
}

// The finalizer of MurmurHash3 (Austin Appleby, public domain).
constexpr std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 33U)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33U);
}

// An order of all shingles: by (shingle · factor + addend) modulo 2^32.
struct Orders {
  std::array<std::uint32_t, kSignatureBytes> factors{}, addends{};
};
constexpr Orders kOrders = [] {
  Orders orders;
  for (std::size_t i = 0; i < kSignatureBytes; ++i) {
    const std::uint64_t drawn = mix(kBase * (i + 1));
    orders.factors[i] = static_cast<std::uint32_t>(drawn) | 1U;
    orders.addends[i] = static_cast<std::uint32_t>(drawn >> 32U);
  }
  return orders;
}();

// Chance that two unlike shingles have the same byte.
constexpr double kByteAgrees = 1.0 / 256.0;

}  // namespace

std::vector<std::uint64_t> shingles_of(const AnalyzedText& text) {
  std::vector<std::uint64_t> stems;
  stems.reserve(text.terms.size());
  for (const AnalyzedTerm& term : text.terms) stems.push_back(hash64(term.stem));
  constexpr std::uint64_t kLeaves = power(kBase, kShingleWords);
  std::array<std::uint64_t, kShingleWords> last{};  // a ring
  std::uint64_t rolling = 0;
  std::size_t words = 0;
  std::vector<std::uint64_t> shingles;
  shingles.reserve(text.sequence.size());
  auto at = std::find(text.sequence.begin(), text.sequence.end(), kTitleEnd);
  for (; at != text.sequence.end(); ++at) {
    if (*at < kFirstStemId) continue;
    const std::uint64_t stem = stems[*at - kFirstStemId];
    std::uint64_t& oldest = last[words % kShingleWords];
    rolling = rolling * kBase + stem - oldest * kLeaves;
    oldest = stem;
    if (++words >= kShingleWords) shingles.push_back(mix(rolling));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

double likeness(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::size_t common = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right)
      ++common, ++left, ++right;
    else if (*left < *right)
      ++left;
    else
      ++right;
  }
  const std::size_t all = a.size() + b.size() - common;
  return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all);
}

std::optional<NearSignature> signature_of(std::span<const std::uint64_t> shingles) {
  if (shingles.empty()) return std::nullopt;
  std::array<std::uint32_t, kSignatureBytes> least{};
  least.fill(~std::uint32_t{0});
  for (const std::uint64_t shingle : shingles) {
    const auto low = static_cast<std::uint32_t>(shingle);
    for (std::size_t i = 0; i < kSignatureBytes; ++i) {
      least[i] = std::min(least[i], low * kOrders.factors[i] + kOrders.addends[i]);
    }
  }
  NearSignature signature;
  for (std::size_t i = 0; i < kSignatureBytes; ++i) signature.bytes[i] = static_cast<unsigned char>(mix(least[i]));
  return signature;
}

double estimated_likeness(const NearSignature& a, const NearSignature& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kSignatureBytes; ++i) same += a.bytes[i] == b.bytes[i] ? 1 : 0;
  const double share = static_cast<double>(same) / static_cast<double>(kSignatureBytes);
  return std::max(0.0, (share - kByteAgrees) / (1.0 - kByteAgrees));
}

std::array<std::uint64_t, kBands> keys_of(const NearSignature& signature) {
  std::array<std::uint64_t, kBands> keys{};
  for (std::size_t band = 0; band < kBands; ++band) {
    keys[band] = band;
    for (std::size_t i = 0; i < kBandBytes; ++i) keys[band] = keys[band] << 8U | signature.bytes[band * kBandBytes + i];
  }
  return keys;
}

}  // namespace dateline
