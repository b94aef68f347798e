// Text → tokens with what a finder of names must see: case, what lies between words, where sentences begin.
// Knows no names. The input of every finder of mentions, by rules or trained.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/vocabulary.h"

namespace dateline {

enum class Shape : std::uint8_t {
  kLower,    // "talks", also digits and scripts without case
  kCapital,  // "Gaza", "McDonald"
  kUpper,    // "CIA", "U.S.": two letters or more, all capitals
  kInitial,  // "J", "J."
};

// What lies between a token and the one before it.
enum class Gap : std::uint8_t {
  kSpace,      // blanks; a line end inside hard-wrapped text; the period of an abbreviation
  kHyphen,     // only a hyphen
  kAmpersand,  // " & "
  kComma,
  kOther,     // quotes, brackets, dashes, slashes, colons
  kSentence,  // the end of a sentence or paragraph
};

struct EntityToken {
  std::uint32_t begin = 0, end = 0;  // bytes in the title or text, without a possessive 's
  std::uint32_t word = 0;            // in the Vocabulary
  Shape shape = Shape::kLower;
  Gap gap = Gap::kSentence;
  bool possessive = false;      // 's or ’ follows
  bool sentence_start = false;  // the first word of a sentence or of a quotation: capitalised in any case
  bool shouting = false;        // in a line of capitals: case says nothing
  bool headline = false;        // in a line Where Most Words Are Capitalised: case says little
  bool in_title = false;
  bool bracketed = false;  // "(" stands before it
};

// Appends the tokens of `text`. Linear time; bytes that are not UTF-8 separate words.
void scan_tokens(std::string_view text, bool is_title, Vocabulary& vocabulary, std::vector<EntityToken>& out);

}  // namespace dateline
