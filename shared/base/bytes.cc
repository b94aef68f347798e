// Checksums and hashes of bytes. crc32_of is zlib's; hash64 is our own because its values are on disk.
#include "shared/base/bytes.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace dateline {

static_assert(std::endian::native == std::endian::little,
              "append_le and load_le copy the bytes of little-endian hosts");

std::uint32_t crc32_of(std::string_view bytes, std::uint32_t seed) {
  uLong crc = seed;
  while (!bytes.empty()) {
    const std::size_t part = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    crc = crc32(crc, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(part));
    bytes.remove_prefix(part);
  }
  return static_cast<std::uint32_t>(crc);
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kOffset = 0xCBF29CE484222325U;  // FNV-1a's 64-bit offset basis and prime
  constexpr std::uint64_t kPrime = 0x00000100000001B3U;
  std::uint64_t hash = (kOffset ^ seed) * kPrime;
  hash = (hash ^ bytes.size()) * kPrime;
  // FNV's prime moves low bits up only; the shift brings high bits down after each lane.
  const auto add = [&](std::uint64_t lane) {
    hash = (hash ^ lane) * kPrime;
    hash ^= hash >> 32;
  };
  for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
    add(load_le<std::uint64_t>(bytes.data()));
  }
  std::uint64_t rest = 0;
  if (!bytes.empty()) std::memcpy(&rest, bytes.data(), bytes.size());
  add(rest);
  // The finalizer of MurmurHash3 (fmix64, Austin Appleby, public domain).
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDU;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53U;
  return hash ^ (hash >> 33);
}

}  // namespace dateline
