// shared/text/unicode.h
#include "shared/text/unicode.h"

#include <gtest/gtest.h>

#include "shared/base/strings.h"
#include "tests/text/random_text.h"

namespace dateline {
namespace {

TEST(Fold, GivesTheFormThatReadersType) {
  struct Case {
    std::string_view text, folded;
  };
  for (const auto& [text, folded] : {
           Case{"Plain ASCII, 12!", "plain ascii, 12!"},
           Case{"\u0160koda", "skoda"},
           Case{"S\u030Ckoda", "skoda"},  // the same, decomposed
           Case{"\uFB01n", "fin"},
           Case{"Stra\u00DFe", "strasse"},
           Case{"\u00D8re", "ore"},
           Case{"\u0141\u00F3d\u017A", "lodz"},
           Case{"\u0110okovi\u0107", "dokovic"},
           Case{"\u00C6r\u00F8", "aero"},
           Case{"\u00DE\u00F3r", "thor"},
           Case{"\u0130stanbul D\u0131\u015F", "istanbul dis"},
           Case{"O\u2019Neill", "o'neill"},
           Case{"\u201Cquoted\u201D", "\"quoted\""},
           Case{"a\u2013b\u2014c\u2011d", "a-b-c-d"},
           Case{"a\u00A0b\u2026", "a b..."},
           Case{"co\u00ADop\u200Ber\uFEFFate", "cooperate"},
           Case{"\uFF21\uFF22\uFF23\uFF11", "abc1"},
           Case{"\u1F08\u03B8\u1FC6\u03BD\u03B1\u03B9 \u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
                "\u03B1\u03B8\u03B7\u03BD\u03B1\u03B9 \u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3"},
           Case{"\u041C\u043E\u0441\u043A\u0432\u0430", "\u043C\u043E\u0441\u043A\u0432\u0430"},
           Case{"\u0401\u043B\u043A\u0430", "\u0435\u043B\u043A\u0430"},
           Case{"\u0419\u043E\u0434 \u0438\u0306", "\u0439\u043E\u0434 \u0439"},
           Case{"\u0406\u0457", "\u0456\u0457"},
           Case{"\u304B\u3099", "\u304C"},
           Case{"\uAC00\uB098", "\uAC00\uB098"},
           Case{"\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940"},
           Case{"\u0645\u064E\u0631\u0652\u062D\u064E\u0628\u064B\u0627", "\u0645\u0631\u062D\u0628\u0627"},
           Case{"x\u0301\u0301\u0301y", "xy"},
           Case{"", ""},
       }) {
    EXPECT_EQ(fold(text), folded) << text;
  }
}

TEST(Fold, IsIdempotentForEveryCodePointOfThePlanesInUse) {
  for (char32_t code_point = 0; code_point <= 0x323AF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code_point);
    const auto once = fold(text);
    ASSERT_EQ(find_invalid_utf8(once), std::string_view::npos) << static_cast<std::uint32_t>(code_point);
    ASSERT_EQ(fold(once), once) << static_cast<std::uint32_t>(code_point);
  }
}

TEST(Fold, IsIdempotentForMixturesOfMarksAndScripts) {
  std::mt19937 random(5);
  for (int round = 0; round < 20000; ++round) {
    const auto text = random_pieces(random, 12);
    if (find_invalid_utf8(text) != std::string_view::npos) continue;
    const auto once = fold(text);
    ASSERT_EQ(fold(once), once) << text;
  }
}

TEST(Fold, AppendsToWhatIsThere) {
  std::string out = "\u0438";
  fold_to("\u0306\u00C9", out);
  EXPECT_EQ(out, "\u0438e");
}

TEST(CodePoints, HaveTheirClasses) {
  EXPECT_TRUE(is_word_code_point('a') && is_word_code_point('7') && is_word_code_point(0x0301));
  EXPECT_TRUE(is_word_code_point(0x00E9) && is_word_code_point(0x0661) && is_word_code_point(0x6771));
  EXPECT_FALSE(is_word_code_point(' ') || is_word_code_point(0x2019) || is_word_code_point(0x1F600));
  EXPECT_TRUE(is_upper_code_point('Q') && is_upper_code_point(0x0160) && is_upper_code_point(0x01C5));
  EXPECT_FALSE(is_upper_code_point('q') || is_upper_code_point('1') || is_upper_code_point(0x6771));
  EXPECT_TRUE(is_lower_code_point('q') && is_lower_code_point(0x00DF));
  EXPECT_FALSE(is_lower_code_point('Q') || is_lower_code_point(0x6771));
  EXPECT_TRUE(is_ideograph(0x6771) && is_ideograph(0x304B) && is_ideograph(0x30AB) && is_ideograph(0x30FC));
  EXPECT_FALSE(is_ideograph('a') || is_ideograph(0xAC00) || is_ideograph(0x3002) || is_ideograph(0x0E01));
  EXPECT_TRUE(is_letter_code_point('a') && !is_letter_code_point('1') && !is_letter_code_point(0x0301));
  EXPECT_TRUE(is_mark_code_point(0x0301) && !is_mark_code_point('a'));
  EXPECT_TRUE(is_zero_width(0x00AD) && is_zero_width(0x200B) && is_zero_width(0xFEFF) && !is_zero_width(0x2010));
}

}  // namespace
}  // namespace dateline
