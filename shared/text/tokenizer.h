// Text → words. The same words on the indexing and the query side; what is a word is part of the fingerprint.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::size_t kMaxWordBytes = 64;

// One word of a text.
struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes in the text (a possessive 's is outside, an acronym's last period inside)
  std::string_view folded;           // folded form; valid until the next call of next()
  bool joined_to_previous = false;   // only a hyphen lies between this word and the one before: "cease-fire"
};

// Rules: a word is a run of letters, marks and digits; an apostrophe inside stays out of the folded form ("O'Neill" →
// "oneill") while a possessive "'s"/"’s" and a trailing "'" are dropped ("Israel’s" → "israel"); "." or "," between
// digits stays ("3.5", "1,200"); periods of an acronym are dropped ("U.S." → "us", "a.m." → "am"); ideographs are a
// word each; soft hyphens and zero-width characters inside a word vanish. Words whose folded form is over kMaxWordBytes
// are cut there at a character border. Never fails: invalid UTF-8 bytes are separators. Linear time, and no allocation
// for ASCII words. One thread an object.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}
  bool next(Token& token);  // false at the end

 private:
  bool read_any_word(std::size_t begin, Token& token);
  void finish(std::size_t begin, std::size_t end, std::string_view folded, Token& token);
  [[nodiscard]] bool follows_hyphen(std::size_t begin) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_end_ = std::string_view::npos;  // of the word before
  std::array<char, kMaxWordBytes + 1> ascii_;      // folded form of an ASCII word; one more byte takes the overflow
  std::string letters_;                            // what is kept of a word that has more than ASCII letters
  std::string folded_;
};

}  // namespace dateline
