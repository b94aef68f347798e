// A word of the archive as articles write it (folded, not stemmed), and in how many it stands.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

struct CountedWord {
  std::string word;
  std::uint64_t articles = 0;
  friend bool operator==(const CountedWord&, const CountedWord&) = default;
};

}  // namespace dateline
