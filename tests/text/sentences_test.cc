// shared/text/sentences.h, text_layout.h, abbreviations.h
#include "shared/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "shared/text/abbreviations.h"
#include "shared/text/text_layout.h"
#include "tests/fuzz/check_text.h"
#include "tests/text/random_text.h"

namespace dateline {
namespace {

// The sentences with "|" after each and "||" after a paragraph's last.
std::string split(std::string_view text) {
  std::string out;
  for (const auto& sentence : split_sentences(text)) {
    out.append(text.substr(sentence.begin, sentence.end - sentence.begin)).append(sentence.ends_paragraph ? "||" : "|");
  }
  return out;
}

TEST(Sentences, AreNoneInEmptyText) {
  EXPECT_EQ(split(""), "");
  EXPECT_EQ(split(" \n\n \t\u00A0"), "");
}

TEST(Sentences, EndAtStopsBeforeWordsThatMayBeginOne) {
  struct Case {
    std::string_view text, expected;
  };
  for (const auto& [text, expected] : {
           Case{"One. Two! Three? Four", "One.|Two!|Three?|Four||"},
           Case{"He left. 12 people stayed. $5 was paid.", "He left.|12 people stayed.|$5 was paid.||"},
           Case{"It rose 3.5 percent. See example.com for more.", "It rose 3.5 percent.|See example.com for more.||"},
           Case{"Yahoo! said so. What? he asked.", "Yahoo! said so.|What? he asked.||"},
           Case{"Wait... what? He left... Then came back.", "Wait... what?|He left...|Then came back.||"},
           Case{"It was clear\u2026 we go. \u201CNo\u2026\u201D He left.",
                "It was clear\u2026 we go.|\u201CNo\u2026\u201D|He left.||"},
           Case{"Really?! Yes.", "Really?!|Yes.||"},
           Case{"\u6771\u4EAC\u3002\u5927\u962A\uFF01\u300C\u4EAC\u90FD\u3002\u300D\u5948\u826F",
                "\u6771\u4EAC\u3002|\u5927\u962A\uFF01|\u300C\u4EAC\u90FD\u3002\u300D|\u5948\u826F||"},
           Case{"End.\u00A0Next.", "End.|Next.||"},
       }) {
    EXPECT_EQ(split(text), expected);
  }
}

TEST(Sentences, TakeClosingQuotesAndBracketsWithThem) {
  EXPECT_EQ(split("\u201CGo.\u201D She went. (He too.) \"Why?\" It ended."),
            "\u201CGo.\u201D|She went.|(He too.)|\"Why?\"|It ended.||");
  EXPECT_EQ(split("He said, \u201CNo.\u201D and left."), "He said, \u201CNo.\u201D and left.||");
  EXPECT_EQ(split("Done. \u201CNext,\u201D he said."), "Done.|\u201CNext,\u201D he said.||");
}

TEST(Sentences, DoNotEndAfterAbbreviationsBeforeNames) {
  for (const std::string_view text :
       {"Mr. Netanyahu met Mrs. Clinton and Dr. King.", "Sen. Bob Corker and Gov. Jerry Brown met Rep. Pelosi.",
        "Gen. David Petraeus and Lt. Col. Smith.", "At 304 North Cardinal St. Dorchester lies St. Louis.",
        "See e.g. Smith, i.e. Jones vs. Brown.", "MR. SMITH WENT TO WASHINGTON"}) {
    EXPECT_EQ(split(text), std::string(text) + "||");
  }
}

TEST(Sentences, EndAfterAbbreviationsOnlyBeforeWordsThatBeginSentences) {
  struct Case {
    std::string_view text, expected;
  };
  for (const auto& [text, expected] : {
           Case{"Apple Inc. Chief Tim Cook spoke.", "Apple Inc. Chief Tim Cook spoke.||"},
           Case{"He works for Apple Inc. The company grew.", "He works for Apple Inc.|The company grew.||"},
           Case{"The U.S. Senate voted.", "The U.S. Senate voted.||"},
           Case{"He left the U.S. He lives in Rome.", "He left the U.S.|He lives in Rome.||"},
           Case{"It left the U.N. \u201CThe end,\u201D he said.", "It left the U.N.|\u201CThe end,\u201D he said.||"},
           Case{"On Jan. 5 at 3 p.m. Friday it rained.", "On Jan. 5 at 3 p.m. Friday it rained.||"},
           Case{"It began at 3 p.m. The rain came.", "It began at 3 p.m.|The rain came.||"},
           Case{"J. K. Rowling and George W. Bush met.", "J. K. Rowling and George W. Bush met.||"},
           Case{"Martin Luther King Jr. Day.", "Martin Luther King Jr. Day.||"},
           Case{"From Jan.\u2013Dec. 2019 it grew.", "From Jan.\u2013Dec. 2019 it grew.||"},
       }) {
    EXPECT_EQ(split(text), expected);
  }
}

TEST(Sentences, DoNotEndAfterTheNumberOfAList) {
  EXPECT_EQ(split("1. First thing. 2. Second thing."), "1. First thing.|2. Second thing.||");
  EXPECT_EQ(split("It was 1987. Then came 1988."), "It was 1987.|Then came 1988.||");
}

TEST(Sentences, EndWithTheLineWhereLinesAreParagraphs) {
  EXPECT_EQ(split("CNN\n\u2014\nFirst one. Second one.\nThird at Main St.\nFourth"),
            "CNN||\u2014||First one.|Second one.||Third at Main St.||Fourth||");
  EXPECT_EQ(split("A line\r\nanother line\r\n"), "A line||another line||");
}

constexpr std::string_view kWire =
    "Standard Oil Co and BP North America of Cleveland\n"
    "Inc said they plan to form a venture to manage the money market\n"
    "borrowing and investment activities of both companies. The plan\n"
    "is new.\n"
    "    The venture will be called BP/Standard Financial Trading\n"
    "and will be operated by Mr.\n"
    "Smith of Standard Oil under the oversight of a committee.\n"
    "\n"
    " Reuter";

TEST(Sentences, RunOverLineEndsWhereLinesAreWrapped) {
  EXPECT_EQ(
      split(kWire),
      "Standard Oil Co and BP North America of Cleveland\nInc said they plan to form a venture to manage the money "
      "market\nborrowing and investment activities of both companies.|The plan\nis new.||The venture will be called "
      "BP/Standard Financial Trading\nand will be operated by Mr.\nSmith of Standard Oil under the oversight of a "
      "committee.||Reuter||");
}

TEST(Sentences, EndAtABlankLineWithoutAnyStop) {
  EXPECT_EQ(split("A heading\n\nThe story of Mr.\n \nSmith"), "A heading||The story of Mr.||Smith||");
}

TEST(TextLayout, TellsWrappedLinesFromParagraphs) {
  EXPECT_TRUE(is_wrapped(kWire));
  EXPECT_FALSE(is_wrapped(""));
  EXPECT_FALSE(is_wrapped("One line of sixty characters that stands there all alone, yes."));
  EXPECT_FALSE(is_wrapped("Title\nSecond title\nThird title\n"));
  const std::string long_line(400, 'x');
  EXPECT_FALSE(is_wrapped(long_line + "\n" + long_line + "\n"));
  const std::string sentence = "This is a paragraph of its own, of about seventy characters, it ends.\n";
  EXPECT_FALSE(is_wrapped(sentence + sentence + sentence));
}

TEST(Abbreviations, AreKnownWithAnyCase) {
  EXPECT_EQ(meaning_of_period("Mr"), PeriodMeaning::kNeverEnds);
  EXPECT_EQ(meaning_of_period("GEN"), PeriodMeaning::kNeverEnds);
  EXPECT_EQ(meaning_of_period("Corp"), PeriodMeaning::kMayEnd);
  EXPECT_EQ(meaning_of_period("U.S"), PeriodMeaning::kMayEnd);
  EXPECT_EQ(meaning_of_period("J"), PeriodMeaning::kMayEnd);
  EXPECT_EQ(meaning_of_period("e.g"), PeriodMeaning::kNeverEnds);
  EXPECT_EQ(meaning_of_period("house"), PeriodMeaning::kEndsSentence);
  EXPECT_EQ(meaning_of_period(""), PeriodMeaning::kEndsSentence);
  EXPECT_TRUE(begins_sentences("The"));
  EXPECT_FALSE(begins_sentences("the") || begins_sentences("Friday") || begins_sentences(""));
}

TEST(Sentences, LoseNothingAndStayInsideAnyText) {
  std::mt19937 random(13);
  for (int round = 0; round < 20000; ++round) {
    const auto bytes = random_bytes(random, 60);
    ASSERT_EQ(check_sentences(bytes), "") << bytes;
    const auto pieces = random_pieces(random, 40);
    ASSERT_EQ(check_sentences(pieces), "") << pieces;
  }
}

TEST(Sentences, TakeLinearTimeOnHostileText) {
  for (const std::string_view piece :
       {".", ". ", ".)", "\n", " ", "! \"", "A. ", "a.\n", "\u2026", "\u3002", "\u00A0", "\xE2"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    ASSERT_EQ(check_sentences(text), "") << piece;
  }
}

}  // namespace
}  // namespace dateline
