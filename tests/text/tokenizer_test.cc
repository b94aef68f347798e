// shared/text/tokenizer.h
#include "shared/text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/fuzz/check_text.h"
#include "tests/text/random_text.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A token with its own bytes.
struct Word {
  std::size_t begin = 0, end = 0;
  std::string folded;
  bool joined = false;
  friend bool operator==(const Word&, const Word&) = default;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    words.push_back({token.begin, token.end, std::string(token.folded), token.joined_to_previous});
  }
  return words;
}

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& word : words_of(text)) out.push_back(word.folded);
  return out;
}

std::vector<std::string> spans(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& word : words_of(text)) out.emplace_back(text.substr(word.begin, word.end - word.begin));
  return out;
}

// The folded words with "+" before those that a hyphen joins to the one before.
std::string joined(std::string_view text) {
  std::string out;
  for (const auto& word : words_of(text)) out += (word.joined ? "+" : out.empty() ? "" : " ") + word.folded;
  return out;
}

TEST(Tokenizer, FindsNoWordsWhereNoneAre) {
  for (const std::string_view text :
       {"", " ", "...", "\u2014 \u201C\u201D", "\xFF\xFE\x80", "\U0001F600", "\u200B\u00AD", "'", "$%&"}) {
    EXPECT_THAT(folded(text), IsEmpty()) << text;
  }
}

TEST(Tokenizer, FoldsWordsAndNumbers) {
  EXPECT_THAT(folded("The quick BROWN fox, 42 of them; end."),
              ElementsAre("the", "quick", "brown", "fox", "42", "of", "them", "end"));
  EXPECT_THAT(folded("\u0160koda\u2014Caf\u00E9"), ElementsAre("skoda", "cafe"));
  EXPECT_THAT(folded("G20 covid19 10km"), ElementsAre("g20", "covid19", "10km"));
  EXPECT_THAT(folded("a_b@c/d"), ElementsAre("a", "b", "c", "d"));
}

TEST(Tokenizer, LeavesApostrophesOutOfTheFoldedForm) {
  EXPECT_THAT(folded("O'Neill O\u2019Neill don't rock'n'roll l\u2019\u00E9t\u00E9"),
              ElementsAre("oneill", "oneill", "dont", "rocknroll", "lete"));
  EXPECT_THAT(spans("O\u2019Neill's"), ElementsAre("O\u2019Neill"));
}

TEST(Tokenizer, DropsPossessivesAndTrailingApostrophes) {
  EXPECT_THAT(folded("Israel's Israel\u2019s ISRAEL'S Hamas\u2019 workers' 'quoted' end"),
              ElementsAre("israel", "israel", "israel", "hamas", "workers", "quoted", "end"));
  EXPECT_THAT(spans("Israel\u2019s plan"), ElementsAre("Israel", "plan"));
  EXPECT_THAT(folded("the 's of it"), ElementsAre("the", "s", "of", "it"));
  EXPECT_THAT(folded("it'sy"), ElementsAre("itsy"));
  EXPECT_THAT(folded("Israel's"), ElementsAre("israel"));
}

TEST(Tokenizer, KeepsPointsAndCommasBetweenDigitsOnly) {
  EXPECT_THAT(folded("3.5 1,200.50 $1.13bn 5. 6, 7 .5 a.5 5.a 1,a"),
              ElementsAre("3.5", "1,200.50", "1.13bn", "5", "6", "7", "5", "a", "5", "5", "a", "1", "a"));
  EXPECT_THAT(folded("in 2019,2020 1..2"), ElementsAre("in", "2019,2020", "1", "2"));
}

TEST(Tokenizer, DropsThePeriodsOfAcronyms) {
  EXPECT_THAT(folded("U.S. U.S.A. a.m. the U.N, J.K. Rowling e.g. A.B"),
              ElementsAre("us", "usa", "am", "the", "un", "jk", "rowling", "eg", "ab"));
  EXPECT_THAT(spans("the U.S. army"), ElementsAre("the", "U.S.", "army"));
  EXPECT_THAT(spans("(U.S)"), ElementsAre("U.S"));
  EXPECT_THAT(spans("J. Smith"), ElementsAre("J", "Smith"));
  EXPECT_THAT(folded("U.S.'s U.S.\u2019s"), ElementsAre("us", "s", "us", "s"));
}

TEST(Tokenizer, TakesOnlySingleLettersForAcronyms) {
  EXPECT_THAT(folded("Ph.D. end.The www.bbc.co.uk B.The v.2"),
              ElementsAre("ph", "d", "end", "the", "www", "bbc", "co", "uk", "b", "the", "v", "2"));
}

TEST(Tokenizer, MarksWordsThatOnlyAHyphenJoins) {
  EXPECT_EQ(joined("cease-fire cease\u2010fire cease\u2011fire"), "cease+fire cease+fire cease+fire");
  EXPECT_EQ(joined("three-times-a-week"), "three+times+a+week");
  EXPECT_EQ(joined("a - b, c--d, e\u2013f, g -h i- j"), "a b c d e f g h i j");
  EXPECT_EQ(joined("-leading U.S.-led Israel's-own"), "leading us+led israel own");
}

TEST(Tokenizer, MakesEveryIdeographAWord) {
  EXPECT_THAT(folded("\u6771\u4EAC2024"), ElementsAre("\u6771", "\u4EAC", "2024"));
  EXPECT_THAT(folded("NHK\u653E\u9001"), ElementsAre("nhk", "\u653E", "\u9001"));
  EXPECT_THAT(folded("\u304B\u3099\u304D"), ElementsAre("\u304C", "\u304D"));
  EXPECT_THAT(folded("\uD55C\uAD6D \uB274\uC2A4"), ElementsAre("\uD55C\uAD6D", "\uB274\uC2A4"));
}

TEST(Tokenizer, IgnoresSoftHyphensAndZeroWidthCharactersInWords) {
  EXPECT_THAT(folded("co\u00ADoper\u200Bate\u00AD x\u200B"), ElementsAre("cooperate", "x"));
  EXPECT_THAT(spans("ab\u00ADcd\u00AD ef"), ElementsAre("ab\u00ADcd", "ef"));
  EXPECT_THAT(folded("\uFEFFStart"), ElementsAre("start"));
}

TEST(Tokenizer, KeepsWordsWholeInScriptsWithMarks) {
  EXPECT_THAT(folded("\u0939\u093F\u0928\u094D\u0926\u0940 \u092E\u0947\u0902"),
              ElementsAre("\u0939\u093F\u0928\u094D\u0926\u0940", "\u092E\u0947\u0902"));
  EXPECT_THAT(folded("e\u0301tat"), ElementsAre("etat"));
}

TEST(Tokenizer, LeavesOutWhatCompatibilityFormsBringIn) {
  EXPECT_THAT(folded("m\u00B2 \u2474 \u00BD"), ElementsAre("m2", "1", "12"));
}

TEST(Tokenizer, TakesInvalidBytesForSeparators) {
  EXPECT_THAT(folded("ab\xFF"
                     "cd caf\xE9 \xE2\x82zz"),
              ElementsAre("ab", "cd", "caf", "zz"));
}

TEST(Tokenizer, CutsLongWordsAtACharacterBorder) {
  const std::string ascii(1000, 'a');
  EXPECT_THAT(folded(ascii + " b"), ElementsAre(ascii.substr(0, 64), "b"));
  EXPECT_THAT(spans(ascii), ElementsAre(ascii));
  std::string cyrillic = "a";
  for (int i = 0; i < 100; ++i) cyrillic += "\u0436";
  EXPECT_THAT(folded(cyrillic), ElementsAre(cyrillic.substr(0, 63)));
  EXPECT_THAT(folded(ascii + "'b"), ElementsAre(ascii.substr(0, 64)));
}

TEST(Tokenizer, TakesLinearTimeOnHostileText) {
  const std::size_t many = 100'000;
  for (const std::string_view piece :
       {"a'", "a.", "1.", "\u00AD", "a\u00AD", "-a", "\u0301", "a\u0301", "\xE2", "'s"}) {
    std::string text;
    for (std::size_t i = 0; i < many; ++i) text += piece;
    std::size_t last = 0;
    for (const auto& word : words_of(text)) {
      ASSERT_LE(last, word.begin);
      last = word.end;
    }
    ASSERT_LE(last, text.size());
  }
}

TEST(Tokenizer, StaysInsideAnyText) {
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    const auto bytes = random_bytes(random, 60);
    ASSERT_EQ(check_tokenizer(bytes), "") << bytes;
    const auto pieces = random_pieces(random, 30);
    ASSERT_EQ(check_tokenizer(pieces), "") << pieces;
  }
}

// What is found in a text does not depend on how the text goes on.
TEST(Tokenizer, ReadsNothingBehindTheText) {
  std::mt19937 random(12);
  for (int round = 0; round < 5000; ++round) {
    const auto text = random_pieces(random, 20);
    const std::string copy = text;  // a heap copy without slack, for sanitizers
    const std::vector<char> exact(copy.begin(), copy.end());
    ASSERT_EQ(words_of({exact.data(), exact.size()}), words_of(std::string_view(text + "s'.-").substr(0, text.size())));
  }
}

}  // namespace
}  // namespace dateline
