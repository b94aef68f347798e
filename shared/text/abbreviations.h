// Words whose period does not end a sentence, and words that begin one.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class PeriodMeaning : std::uint8_t {
  kEndsSentence,  // an ordinary word
  kMayEnd,        // "Corp.", "U.S.", "p.m.", "J.": ends one only before a word that begins sentences
  kNeverEnds,     // "Mr.", "Gov.", "e.g.": what follows belongs to it
};

// `word` is what stands before the period, without it ("U.S" for "U.S."), as written.
PeriodMeaning meaning_of_period(std::string_view word);

// Whether `word`, as written, is one of the capitalised words with which sentences begin and names do not: "The", "He".
bool begins_sentences(std::string_view word);

}  // namespace dateline
