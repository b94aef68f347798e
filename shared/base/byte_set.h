// A set of bytes, and the first byte of a text that is in it. The standard's find_first_of calls a function a byte,
// which is much where every byte of every article is looked at.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dateline {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  constexpr void add(char c) { has_[static_cast<unsigned char>(c)] = true; }
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  // From `from` on; text.size() where none is.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace dateline
