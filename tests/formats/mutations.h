// Seeded harm to bytes: the same in every run of a test.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>

namespace dateline {

// A number from 0 on, below `bound`.
inline std::size_t below(std::size_t bound, std::mt19937& random) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

// One change: a byte becomes another, bytes go, are said twice, come in anew, or all behind some place is lost. The
// result has at least one byte.
inline void mutate(std::string& bytes, std::mt19937& random) {
  const std::size_t at = below(bytes.size(), random);
  switch (below(8, random)) {
    case 0:
      bytes[at] = static_cast<char>(below(256, random));
      break;
    case 1:
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8, random)));
      break;
    case 2:
      bytes.erase(at, 1 + below(8, random));
      break;
    case 3:
      bytes.erase(at, 1 + below(bytes.size(), random));
      break;
    case 4:
      bytes.insert(at, bytes.substr(below(bytes.size(), random), below(400, random)));
      break;
    case 5:  // another number: lengths, dates, identifiers
      for (std::size_t i = at; i < std::min(bytes.size(), at + 40); ++i) {
        if (bytes[i] >= '0' && bytes[i] <= '9') bytes[i] = static_cast<char>('0' + below(10, random));
      }
      break;
    case 6:
      bytes.insert(at, 1 + below(3, random), static_cast<char>(below(256, random)));
      break;
    default:
      if (below(4, random) == 0) bytes.resize(at);
  }
  if (bytes.empty()) bytes = "x";
}

}  // namespace dateline
