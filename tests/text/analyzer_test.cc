// shared/text/analyzer.h
#include "shared/text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/text/random_text.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

Analyzer english() {
  return Analyzer(std::move(Stemmer::create("english")).value());
}

// The sequence with stems as words and marks as signs: "." sentence, "¶" paragraph, "#" title.
std::string written(const AnalyzedText& text) {
  std::string out;
  for (const auto id : text.sequence) {
    if (!out.empty()) out += ' ';
    switch (id) {
      case kSentenceEnd:
        out += ".";
        break;
      case kParagraphEnd:
        out += "\u00B6";
        break;
      case kTitleEnd:
        out += "#";
        break;
      default:
        out += text.terms.at(id - kFirstStemId).stem;
    }
  }
  return out;
}

std::map<std::string, std::uint32_t> counts(const std::vector<AnalyzedTerm>& terms) {
  std::map<std::string, std::uint32_t> out;
  for (const auto& term : terms) out[std::string(term.stem)] += term.wdf;
  EXPECT_EQ(out.size(), terms.size()) << "a stem is there twice";
  return out;
}

AnalyzedText analyzed(std::string_view title, std::string_view text) {
  AnalyzedText out;
  english().analyze(title, text, out);
  return out;
}

TEST(Analyzer, WritesTitleWordsAndMarksInOrder) {
  const auto text = analyzed("Talks in Doha", "The talks went on. They ended.\nGaza waits");
  EXPECT_EQ(written(text), "talk in doha # the talk went on . they end \u00B6 gaza wait \u00B6");
  EXPECT_EQ(text.words, 11U);
}

TEST(Analyzer, WritesNoMarkForWhatHasNoWords) {
  EXPECT_EQ(written(analyzed("", "")), "#");
  EXPECT_EQ(written(analyzed("", "\u2014\n\n!! ...\n")), "#");
  EXPECT_EQ(written(analyzed("", "CNN\n\u2014\nOne. \u201C!\u201D\nTwo.")), "# cnn \u00B6 one \u00B6 two \u00B6");
}

TEST(Analyzer, CountsTitleWordsMore) {
  EXPECT_THAT(counts(analyzed("Gaza talks", "Talks about talking.").terms),
              UnorderedElementsAre(Pair("gaza", kTitleWeight), Pair("talk", kTitleWeight + 2), Pair("about", 1)));
}

TEST(Analyzer, CountsTheLeadMoreWhereThereIsNoTitle) {
  EXPECT_THAT(counts(analyzed("", "Cease-fire talks. Talks about rain.").terms),
              UnorderedElementsAre(Pair("ceas", 1 + kLeadWeight), Pair("fire", 1 + kLeadWeight),
                                   Pair("talk", 2 + kLeadWeight), Pair("about", 1), Pair("rain", 1)));
  EXPECT_THAT(counts(analyzed("", "Cease-fire talks.").compounds), ElementsAre(Pair("ceasefir", 1 + kLeadWeight)));
  const std::string long_sentence = "first " + std::string(kLeadBytes, ' ') + "last";
  EXPECT_THAT(counts(analyzed("", long_sentence).terms),
              UnorderedElementsAre(Pair("first", 1 + kLeadWeight), Pair("last", 1)));
  EXPECT_EQ(analyzed("", "One two.").words, 2U);
}

TEST(Analyzer, NumbersTermsInOrderOfFirstSight) {
  const auto text = analyzed("", "b a b c");
  EXPECT_THAT(text.sequence, ElementsAre(kTitleEnd, 3, 4, 3, 5, kParagraphEnd));
  EXPECT_EQ(text.terms[1].stem, "a");
}

TEST(Analyzer, JoinsHyphenatedNeighboursIntoCompounds) {
  EXPECT_THAT(counts(analyzed("Cease-fire", "A cease-fire, high-stakes talks.").compounds),
              UnorderedElementsAre(Pair("ceasefir", kTitleWeight + 1), Pair("highstak", 1)));
  EXPECT_THAT(analyzed("", "a cease - fire, cease fire, 10\u201312").compounds, IsEmpty());
}

TEST(Analyzer, JoinsRunsOfThreeAsAWholeToo) {
  EXPECT_THAT(counts(analyzed("t", "the vice-prime-minister").compounds),
              UnorderedElementsAre(Pair("viceprim", 1), Pair("primeminist", 1), Pair("viceprimeminist", 1)));
  EXPECT_THAT(counts(analyzed("t", "x-ray\u2010tube-amp next-door").compounds),
              UnorderedElementsAre(Pair("xray", 1), Pair("raytub", 1), Pair("tubeamp", 1), Pair("xraytubeamp", 1),
                                   Pair("nextdoor", 1)));
}

TEST(Analyzer, JoinsNothingAcrossTitleAndText) {
  EXPECT_THAT(analyzed("cease-", "fire").compounds, IsEmpty());
  EXPECT_THAT(analyzed("cease", "-fire").compounds, IsEmpty());
}

TEST(Analyzer, LeavesOutCompoundsOfDigitsAndThoseTooLongToBeAWord) {
  EXPECT_THAT(analyzed("", "2019-2020 and 555-123-4567").compounds, IsEmpty());
  EXPECT_THAT(counts(analyzed("t", "covid-19").compounds), ElementsAre(Pair("covid19", 1)));
  const std::string half(40, 'x');
  EXPECT_THAT(analyzed("", half + "-" + half).compounds, IsEmpty());
}

TEST(Analyzer, CompoundIsTheStemOfTheJoinedWord) {
  const auto apart = analyzed("", "cease-fires");
  const auto together = analyzed("", "ceasefires");
  ASSERT_EQ(apart.compounds.size(), 1U);
  EXPECT_EQ(apart.compounds[0].stem, together.terms[0].stem);
}

TEST(Analyzer, KeepsEachWordAsItIsWrittenOnce) {
  EXPECT_THAT(analyzed("Talks", "The talks: talking talked, \u201CTALKS\u201D caf\u00E9s").forms,
              UnorderedElementsAre("talks", "the", "talking", "talked", "cafes"));
  EXPECT_THAT(analyzed("", "").forms, IsEmpty());
}

TEST(Analyzer, WordsJoinedByHyphensAreFormsToo) {
  EXPECT_THAT(analyzed("", "Cease-fires and ceasefires").forms,
              UnorderedElementsAre("cease", "fires", "ceasefires", "and"));
  EXPECT_THAT(analyzed("", "2019-2020").forms, UnorderedElementsAre("2019", "2020"));
}

TEST(Analyzer, ResultOwnsItsStemsAndSurvivesMoves) {
  AnalyzedText kept;
  {
    auto analyzer = english();
    AnalyzedText made;
    analyzer.analyze("Title", "Some words of a cease-fire.", made);
    kept = std::move(made);
    analyzer.analyze("Other", "Quite other words in the same memory-block here.", made);
    analyzer.stemmer().clear_cache();
  }
  EXPECT_EQ(written(kept), "titl # some word of a ceas fire \u00B6");
  EXPECT_EQ(kept.compounds.at(0).stem, "ceasefir");
  EXPECT_THAT(kept.forms, UnorderedElementsAre("title", "some", "words", "of", "a", "cease", "fire", "ceasefire"));
}

TEST(Analyzer, ArticlesDoNotLeakIntoEachOther) {
  auto analyzer = english();
  AnalyzedText out;
  analyzer.analyze("Gaza", "cease-fire talks", out);
  analyzer.analyze("", "talks", out);
  EXPECT_THAT(counts(out.terms), ElementsAre(Pair("talk", 1 + kLeadWeight)));
  EXPECT_THAT(out.compounds, IsEmpty());
  EXPECT_THAT(out.forms, ElementsAre("talks"));
  EXPECT_EQ(written(out), "# talk \u00B6");
  EXPECT_EQ(out.words, 1U);
}

TEST(Analyzer, GivesTheSameWithAWarmAndAColdCache) {
  auto warm = english();
  AnalyzedText from_warm;
  std::mt19937 random(21);
  for (int round = 0; round < 2000; ++round) {
    const auto title = random_pieces(random, 8);
    const auto text = round % 2 == 0 ? random_pieces(random, 60) : random_bytes(random, 200);
    warm.analyze(title, text, from_warm);
    const auto from_cold = analyzed(title, text);
    ASSERT_EQ(from_warm.sequence, from_cold.sequence);
    ASSERT_EQ(written(from_warm), written(from_cold));
    ASSERT_EQ(counts(from_warm.compounds), counts(from_cold.compounds));
    ASSERT_EQ(from_warm.forms, from_cold.forms);
  }
}

TEST(Analyzer, CountsAgreeWithTheSequence) {
  std::mt19937 random(22);
  for (int round = 0; round < 1000; ++round) {
    const auto text = analyzed("of 1", random_pieces(random, 80));
    std::vector<std::uint32_t> seen(text.terms.size(), 0);
    std::uint32_t words = 0;
    bool in_title = true;
    for (const auto id : text.sequence) {
      in_title = in_title && id != kTitleEnd;
      if (id < kFirstStemId) continue;
      seen.at(id - kFirstStemId) += in_title ? kTitleWeight : 1;
      ++words;
    }
    EXPECT_EQ(words, text.words);
    for (std::size_t i = 0; i < seen.size(); ++i) ASSERT_EQ(text.terms[i].wdf, seen[i]);
  }
}

TEST(Analyzer, EmptiesAFullCacheOnlyBetweenArticles) {
  Analyzer analyzer(std::move(Stemmer::create("english")).value(), 1000);
  AnalyzedText out;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(i) + ' ';
  analyzer.analyze("", text, out);
  EXPECT_EQ(out.terms.size(), 5000U);
  EXPECT_EQ(out.terms.front().stem, "w0");
  EXPECT_EQ(out.terms.back().stem, "w4999");
  analyzer.analyze("", "w5 talks w5", out);
  EXPECT_EQ(written(out), "# w5 talk w5 \u00B6");
  EXPECT_EQ(analyzer.stemmer().cached_words(), 2U);
}

TEST(Analyzer, FingerprintNamesRulesTablesAndLanguage) {
  EXPECT_THAT(analysis_fingerprint("english"), ::testing::MatchesRegex("dateline-[0-9]+ unicode-[0-9.]+ english"));
  EXPECT_NE(analysis_fingerprint("english"), analysis_fingerprint("german"));
}

}  // namespace
}  // namespace dateline
