// shared/text/stemmer.h, word_table.h and stopwords.h
#include "shared/text/stemmer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "shared/text/stopwords.h"
#include "shared/text/unicode.h"
#include "shared/text/word_table.h"

namespace dateline {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

Stemmer stemmer_for(std::string_view language) {
  return Stemmer::create(language).value();
}

TEST(Stemmer, GivesInflectedWordsOneStem) {
  auto stemmer = stemmer_for("english");
  EXPECT_EQ(stemmer.stem("negotiations"), stemmer.stem("negotiation"));
  EXPECT_EQ(stemmer.stem("talks"), "talk");
  EXPECT_EQ(stemmer.number_of("talks"), stemmer.number_of("talking"));
  EXPECT_NE(stemmer.number_of("talks"), stemmer.number_of("walks"));
  const auto talking = stemmer.word_number_of("talking");
  EXPECT_NE(talking, stemmer.word_number_of("talks"));
  EXPECT_EQ(stemmer.word_of(talking), "talking");
  EXPECT_EQ(stemmer.stem_of_word(talking), stemmer.number_of("talks"));
}

TEST(Stemmer, KnowsNamesAndCodesInAnyCase) {
  EXPECT_EQ(stemmer_for("en").language(), "english");
  EXPECT_EQ(stemmer_for("English").language(), "english");
  EXPECT_EQ(stemmer_for("de").language(), "german");
  EXPECT_EQ(stemmer_for("none").language(), "none");
  EXPECT_EQ(stemmer_for("german").stem("zeitungen"), "zeitung");
}

// Words of every language, with the prefixes that some stemmers take off and the endings that others rewrite.
TEST(Stemmer, KeepsTheFirstByteWhereItSaysSo) {
  const std::array<std::string, 24> starts = {"a",  "b",  "ge",  "be", "un", "ver", "an",           "il",
                                              "re", "s",  "sch", "y",  "yy", "the", "que",          "di",
                                              "dy", "ly", "ty",  "sk", "h",  "ka",  "\u043f\u043e", "\u00f8"};
  const std::array<std::string, 16> ends = {"",
                                            "s",
                                            "ing",
                                            "ies",
                                            "ed",
                                            "heiten",
                                            "amente",
                                            "issement",
                                            "ost",
                                            "ende",
                                            "ying",
                                            "ies",
                                            "ski",
                                            "\u043e\u0441\u0442\u044c",
                                            "\u0430\u043c\u0438",
                                            "eit"};
  std::size_t languages = 0;
  for (const auto& language : stemmer_languages()) {
    auto stemmer = stemmer_for(language);
    if (!stemmer.keeps_first_byte()) continue;
    ++languages;
    for (const auto& start : starts) {
      for (const auto& middle : {"", "t", "ar", "ill", "\u0435\u0440"}) {
        for (const auto& end : ends) {
          const std::string word = fold(start + middle + end);
          EXPECT_EQ(stemmer.stem(word).front(), word.front()) << language << ": " << word;
        }
      }
    }
  }
  EXPECT_GE(languages, 12);
  EXPECT_FALSE(stemmer_for("indonesian").keeps_first_byte());
}

TEST(Stemmer, RefusesUnknownLanguagesAndNamesTheKnown) {
  for (const std::string_view language : {"klingon", "", "xx", "english "}) {
    const auto made = Stemmer::create(language);
    ASSERT_FALSE(made.ok()) << language;
    EXPECT_EQ(made.error().code, ErrorCode::kUsage);
    EXPECT_THAT(made.error().hint, HasSubstr("english"));
  }
}

TEST(Stemmer, EveryListedLanguageWorks) {
  const auto languages = stemmer_languages();
  EXPECT_TRUE(std::is_sorted(languages.begin(), languages.end()));
  EXPECT_THAT(languages, Contains("english"));
  EXPECT_THAT(languages, Contains("none"));
  for (const auto& language : languages) {
    auto stemmer = Stemmer::create(language);
    ASSERT_TRUE(stemmer.ok()) << language;
    EXPECT_EQ(stemmer->language(), language);
    for (const std::string_view word :
         {"a", "parliament", "\u043F\u0430\u0440\u043B\u0430\u043C\u0435\u043D\u0442", "\xFF"}) {
      EXPECT_FALSE(stemmer->stem(word).empty()) << language;
    }
  }
}

TEST(Stemmer, LeavesWordsWithDigitsAndTheLanguageNoneAlone) {
  EXPECT_EQ(stemmer_for("english").stem("b52s"), "b52s");
  EXPECT_EQ(stemmer_for("none").stem("talks"), "talks");
}

TEST(Stemmer, ViewsStayWhileTheCacheGrows) {
  auto stemmer = stemmer_for("none");
  std::map<std::string, std::string_view> views;
  for (int i = 0; i < 50000; ++i) {
    const std::string word = "word" + std::string(static_cast<std::size_t>(i % 70), 'x') + std::to_string(i);
    views[word] = stemmer.stem(word);
  }
  const Stemmer moved = std::move(stemmer);
  for (const auto& [word, view] : views) ASSERT_EQ(view, word);
  EXPECT_EQ(moved.cached_words(), views.size());
}

TEST(Stemmer, NumbersAreDenseAndBeginAnewAfterClearing) {
  auto stemmer = stemmer_for("english");
  EXPECT_EQ(stemmer.number_of("talks"), 0U);
  EXPECT_EQ(stemmer.number_of("gaza"), 1U);
  EXPECT_EQ(stemmer.number_of("talk"), 0U);
  EXPECT_EQ(stemmer.stem_of(1), "gaza");
  EXPECT_EQ(stemmer.cached_words(), 3U);
  stemmer.clear_cache();
  EXPECT_EQ(stemmer.cached_words(), 0U);
  EXPECT_EQ(stemmer.number_of("gaza"), 0U);
}

TEST(WordTable, FindsWhatWasPutInAndNothingElse) {
  WordTable table;
  std::uint32_t number = 0;
  const auto word_of = [](std::uint32_t i, std::size_t size) {
    std::string word(size, 'a');
    for (std::size_t at = 0; at < size && i != 0; ++at, i /= 26) word[at] = static_cast<char>('a' + i % 26);
    return word;
  };
  for (const std::size_t size : {1U, 3U, 4U, 7U, 8U, 9U, 15U, 16U, 17U, 32U, 33U, 64U, 200U}) {
    for (std::uint32_t i = 0; i < 20; ++i) {
      const auto word = word_of(i, size);
      ASSERT_EQ(table.find(word, WordTable::key_of(word)), WordTable::kNone) << word;
      table.insert(word, WordTable::key_of(word), number++);
    }
  }
  number = 0;
  for (const std::size_t size : {1U, 3U, 4U, 7U, 8U, 9U, 15U, 16U, 17U, 32U, 33U, 64U, 200U}) {
    for (std::uint32_t i = 0; i < 20; ++i) {
      const auto word = word_of(i, size);
      ASSERT_EQ(table.find(word, WordTable::key_of(word)), number++);
    }
  }
}

TEST(StopWords, AreThoseOfTheLanguage) {
  for (const std::string_view word : {"the", "of", "and", "dont", "a", "youve"})
    EXPECT_TRUE(is_stop_word(word, "english"));
  for (const std::string_view word : {"us", "may", "ceasefire", "", "hell", "The"})
    EXPECT_FALSE(is_stop_word(word, "english"));
  EXPECT_FALSE(is_stop_word("the", "french"));
}

}  // namespace
}  // namespace dateline
