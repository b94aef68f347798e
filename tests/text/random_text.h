// Hostile text for property tests: random bytes, and random mixtures of pieces that the rules are about.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace dateline {

inline std::string random_bytes(std::mt19937& random, std::size_t most) {
  std::string text(random() % (most + 1), '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}

inline std::string random_pieces(std::mt19937& random, std::size_t most) {
  static constexpr auto kPieces = std::to_array<std::string_view>({"a",
                                                                   "B",
                                                                   "word",
                                                                   "The",
                                                                   "U",
                                                                   "s",
                                                                   "'s",
                                                                   "\u2019",
                                                                   "'",
                                                                   ".",
                                                                   ",",
                                                                   "-",
                                                                   "\u2010",
                                                                   " ",
                                                                   "\n",
                                                                   "\n\n",
                                                                   "    ",
                                                                   "\t",
                                                                   "3",
                                                                   "12",
                                                                   "\u00AD",
                                                                   "\u200B",
                                                                   "\u0301",
                                                                   "\u00E9",
                                                                   "\u0160",
                                                                   "\u00DF",
                                                                   "\uFB01",
                                                                   "\u0439",
                                                                   "\u0438",
                                                                   "\u0306",
                                                                   "\u6771",
                                                                   "\u304B",
                                                                   "\u3099",
                                                                   "\u30FC",
                                                                   "\uAC00",
                                                                   "\u0928",
                                                                   "\u093F",
                                                                   "\u00BD",
                                                                   "\u2474",
                                                                   "!",
                                                                   "?",
                                                                   "\u2026",
                                                                   "\u3002",
                                                                   "\u201C",
                                                                   "\u201D",
                                                                   "(",
                                                                   ")",
                                                                   "Mr",
                                                                   "Corp",
                                                                   "p.m",
                                                                   "\xFF",
                                                                   "\xE2",
                                                                   "\x80",
                                                                   "\xED\xA0\x80",
                                                                   "\xF0\x9F\x98\x80",
                                                                   "\u00A0",
                                                                   "\r\n",
                                                                   "\u0130",
                                                                   "\u0345",
                                                                   "\u2028"});
  std::string text;
  for (std::size_t left = random() % (most + 1); left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace dateline
