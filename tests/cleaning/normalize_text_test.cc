// Characters that cannot be seen or come in several forms.
#include <gmock/gmock.h>

#include "indexer/cleaning/clean_page_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using namespace std::string_literals;

struct Case {
  std::string given, expected;
};

TEST(NormalizeText, MakesOneFormOfWhatLooksTheSame) {
  const Case cases[] = {
      {"a\r\nb\rc\nd", "a\nb\nc\nd"},
      {"zero\0byte and \x01 control \x1C bytes\x7F"s, "zerobyte and  control  bytes"},
      {"tab\tand\u00A0no\u202Fbreak\u2009thin\u3000wide", "tab and no break thin wide"},
      {"soft\u00ADhyphen zero\u200Bwidth \uFEFFmark \u200Eleft\u202A", "softhyphen zerowidth mark left"},
      {"line\u2028end paragraph\u2029end next\u0085line", "line\nend paragraph\n\nend next\nline"},
      {"it\u0092s \u0093so\u0094", "it’s “so”"},
      {"trailing  \nblanks \u00A0\n", "trailing\nblanks"},
      {"a\n\n\n\n\nb\n \n\t\nc", "a\n\nb\n\nc"},
      {"\n\n  first", "first"},
      {"  indented\n    line", "indented\n    line"},
      {"page\fbreak\vtab", "page\nbreak\ntab"},
      {"“curly” ‘quotes’ – dashes — and … 東京 😀", "“curly” ‘quotes’ – dashes — and … 東京 😀"},
      {"replacement \uFFFD stays", "replacement \uFFFD stays"},
      {"", ""},
  };
  for (const Case& each : cases) EXPECT_EQ(normalize_text(each.given), each.expected) << each.given;
}

TEST(NormalizeText, KeepsJoinersWhereTheyShapeLettersAndDropsLeavings) {
  const std::string persian = "می\u200Cشود";
  const std::string family = "👩\u200D👧";
  EXPECT_EQ(normalize_text(persian), persian);
  EXPECT_EQ(normalize_text(family), family);
  EXPECT_EQ(normalize_text("Wikinews\u200D's"), "Wikinews's");
  EXPECT_EQ(normalize_text("ж\u200B\u200D\u200Bж a\u200B\u200Dж"), "ж\u200Dж aж");
  EXPECT_EQ(normalize_text("\u200Dstart and end\u200D"), "start and end");
}

TEST(NormalizeText, DoingItTwiceChangesNothing) {
  for (const std::string& given :
       {"a \n\n\n b\u2029\u2029c\r\r\n"s, " \u00A0x\u00A0 \n\ny"s, "é\u200D\u200Dß\u200C"s}) {
    const std::string once = normalize_text(given);
    EXPECT_EQ(normalize_text(once), once);
  }
}

TEST(NormalizeText, DoingItTwiceChangesNothingInAnySequenceOfFour) {
  const std::string pieces[] = {"a", "é", "ж", "\u200D", "\u200C", "\u200B", " ", "\n", "\u2003", "\u0092", "\u00AD"};
  constexpr std::size_t kPieces = std::size(pieces);
  for (std::size_t number = 0; number < kPieces * kPieces * kPieces * kPieces; ++number) {
    std::string given;
    for (std::size_t rest = number, i = 0; i < 4; ++i, rest /= kPieces) given += pieces[rest % kPieces];
    const std::string once = normalize_text(given);
    ASSERT_EQ(normalize_text(once), once) << ::testing::PrintToString(given);
  }
}

TEST(NormalizeText, IsLinearInJoiners) {
  std::string joiners;
  for (int i = 0; i < 1'000'000; ++i) joiners += "\u200D";
  EXPECT_EQ(normalize_text(concat({"ж", joiners, "a"})), "жa");
  EXPECT_EQ(normalize_text(concat({"ж", joiners, "ж"})).size(), joiners.size() + 4);
}

TEST(NormalizeText, IsLinearInBlanks) {
  // A quadratic way would take minutes.
  const std::string blanks(4'000'000, ' ');
  EXPECT_EQ(normalize_text(blanks + "x" + blanks + "\n" + blanks), "x");
  std::string lines;
  for (int i = 0; i < 500'000; ++i) lines += " \n";
  EXPECT_EQ(normalize_text("a" + lines + "b"), "a\n\nb");
}

TEST(NormalizeLine, GivesOneLineWithSingleBlanks) {
  EXPECT_EQ(normalize_line("  A\n\n title\t with\u00A0 \u00A0blanks \r\n"), "A title with blanks");
  EXPECT_EQ(normalize_line(" \n "), "");
}

TEST(MakeTitle, IsTheFirstSentenceWithoutItsDateline) {
  EXPECT_EQ(make_title("JERUSALEM, Israel — In a sign of hope, they met. Then they left."),
            "In a sign of hope, they met.");
  EXPECT_EQ(make_title("One sentence without end"), "One sentence without end");
  EXPECT_EQ(make_title("A sentence that was wrapped at the width of an old terminal, as agencies\ndid it, is one "
                       "sentence. Another one "
                       "begins here and is wrapped as well, so\nthat it is seen that the lines are not paragraphs of "
                       "their own here."),
            "A sentence that was wrapped at the width of an old terminal, as agencies did it, is one sentence.");
  EXPECT_EQ(make_title(""), "");
}

TEST(MakeTitle, CutsAtAWordNearHundredAndTwentyCharacters) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "größer ";
  const std::string title = make_title(words);
  EXPECT_TRUE(title.ends_with("größer…")) << title;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < title.size(); ++characters) next_code_point(title, at);
  EXPECT_LE(characters, 121U);
  EXPECT_GT(characters, 100U);
}

TEST(MakeTitle, CutsAWordThatNeverEndsBetweenCharacters) {
  std::string word;
  for (int i = 0; i < 5000; ++i) word += "é";
  const std::string title = make_title(word);
  EXPECT_EQ(find_invalid_utf8(title), std::string::npos);
  EXPECT_TRUE(title.ends_with("é…"));
  EXPECT_LT(title.size(), 300U);
}

}  // namespace
}  // namespace dateline

namespace dateline {
namespace {

TEST(SignOff, OfAWireIsNoPartOfTheStory) {
  EXPECT_EQ(without_sign_off("The bank said so.\n Reuter"), "The bank said so.");
  EXPECT_EQ(without_sign_off("The bank said so.\n\nREUTER\n"), "The bank said so.");
  EXPECT_EQ(without_sign_off("He spoke to\nReuters."), "He spoke to\nReuters.") << "a sentence ends with a period";
  EXPECT_EQ(without_sign_off("Reuters"), "Reuters") << "nothing but the name is not a sign-off of anything";
  EXPECT_EQ(without_sign_off(""), "");
}

}  // namespace
}  // namespace dateline
