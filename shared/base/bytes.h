// Integers as bytes: LEB128 for what is mostly small, little-endian for what is read in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline {

// LEB128 (DWARF 5, section 7.6): seven bits a byte, low ones first, high bit set on all bytes but the last.
inline void append_leb128(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value) | 0x80U));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Reads one number from the front of `bytes` and drops it from there. False, and `bytes` untouched, where the bytes end
// early or the number has more than 64 bits.
inline bool take_leb128(std::string_view& bytes, std::uint64_t& value) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i == 9 && byte > 1) return false;
    result |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * i);
    if ((byte & 0x80U) == 0) {
      value = result;
      bytes.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

// Little-endian integers, any alignment. The hosts are little-endian (checked at compile time in bytes.cc).
template <class Integer>
void append_le(std::string& out, Integer value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  out.append(raw, sizeof value);
}
template <class Integer>
Integer load_le(const char* at) {
  Integer value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// CRC-32 (zlib's) of `bytes`, continued from `seed`, so that a growing file is checked piece by piece.
std::uint32_t crc32_of(std::string_view bytes, std::uint32_t seed = 0);

// A 64-bit hash for content addresses inside one archive (FNV-1a over 8-byte lanes with a final mix); not
// cryptographic. Stable: it is on disk.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace dateline
