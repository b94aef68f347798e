// How a text is cut into tokens and sentences for the recogniser.
#include "indexer/entities/tagger/tagger_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dateline {
namespace {

// Tokens joined by "|"; those that begin a sentence have "^" before them.
std::string tokens_of(std::string_view text) {
  std::vector<TaggerToken> tokens;
  split_tagger_tokens(text, tokens);
  std::string out;
  for (const TaggerToken& token : tokens) {
    if (!out.empty()) out.push_back('|');
    if (token.sentence_start) out.push_back('^');
    out.append(text.substr(token.begin, token.end - token.begin));
  }
  return out;
}

struct Case {
  const char* text;
  const char* tokens;
};

TEST(TaggerTokens, SplitWordsMarksAndPossessives) {
  const Case cases[] = {
      {"", ""},
      {"He met Ann Lee, twice.", "^He|met|Ann|Lee|,|twice|."},
      {"Israel’s army", "^Israel|’s|army"},
      {"Israel 's army", "^Israel|'s|army"},
      {"O'Neill didn't go", "^O'Neill|didn't|go"},
      {"the Israel-Hamas war", "^the|Israel|-|Hamas|war"},
      {"the Israel - Hamas war", "^the|Israel|-|Hamas|war"},
      {"Mr. Lee of the U.S. Army", "^Mr.|Lee|of|the|U.S.|Army"},
      {"AT&T paid $1,200.50", "^AT&T|paid|$|1,200.50"},
      {"(PMO)", "^(|PMO|)"},
      {"see www.example.com/a, or @ann", "^see|www.example.com/a|,|or|@ann"},
      {"well... no", "^well|...|no"},
      {"Škoda in Łódź", "^Škoda|in|Łódź"},
      {"end.Next", "^end|.|^Next"},
  };
  for (const Case& c : cases) EXPECT_EQ(tokens_of(c.text), c.tokens) << c.text;
}

TEST(TaggerTokens, PutTogetherInitialsThatOtherProgramsHaveSplit) {
  EXPECT_EQ(tokens_of("the U . N . body"), "^the|U . N .|body");
  EXPECT_EQ(tokens_of("E . J . Van Donzel"), "^E . J .|Van|Donzel");
  EXPECT_EQ(tokens_of("Mr . Lee"), "^Mr .|Lee");
  EXPECT_EQ(tokens_of("hepatitis C .\nNext"), "^hepatitis|C|.|^Next");
}

TEST(TaggerTokens, SentencesEndAtFinalMarksAndLineEnds) {
  EXPECT_EQ(tokens_of("He left. She stayed."), "^He|left|.|^She|stayed|.");
  EXPECT_EQ(tokens_of("He left.\" She stayed."), "^He|left|.|\"|^She|stayed|.");
  EXPECT_EQ(tokens_of("One line\nanother line"), "^One|line|^another|line");
  EXPECT_EQ(tokens_of("He met Gov. Smith of Acme Corp. today"), "^He|met|Gov.|Smith|of|Acme|Corp.|today");
}

TEST(TaggerTokens, CoverEveryByteButWhiteSpaceInOrderWhateverTheBytes) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a", "Bc", " ",    "\n",       ".",  "'", "’", "s ",
                                     "-", "é",  "\xFF", "\xE2\x80", "日", "1", ",", "\0x"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int n = 0; n < 30; ++n) text.append(pieces[random() % std::size(pieces)]);
    std::vector<TaggerToken> tokens;
    split_tagger_tokens(text, tokens);
    std::size_t at = 0;
    for (const TaggerToken& token : tokens) {
      ASSERT_LE(at, token.begin);
      ASSERT_LT(token.begin, token.end);
      for (; at < token.begin; ++at) ASSERT_LE(static_cast<unsigned char>(text[at]), ' ') << text;
      at = token.end;
    }
    for (; at < text.size(); ++at) ASSERT_LE(static_cast<unsigned char>(text[at]), ' ') << text;
  }
}

}  // namespace
}  // namespace dateline
