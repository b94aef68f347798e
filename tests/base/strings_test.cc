// shared/base/strings.h
#include "shared/base/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto npos = std::string_view::npos;

TEST(Strings, ConcatenatesParts) {
  EXPECT_EQ(concat({"a", "", "bc", "d"}), "abcd");
}

TEST(Strings, TrimsAsciiWhiteSpaceAtBothEnds) {
  EXPECT_EQ(trim(" \t\r\n a b \v\f "), "a b");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(trim("\xC2\xA0 a"), "\xC2\xA0 a");
}

TEST(Strings, SplitsLinesAtLfAndDropsTheCrBeforeIt) {
  EXPECT_THAT(split_lines("a\r\nb\n\nc\r"), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(split_lines("a\n"), ElementsAre("a"));
  EXPECT_THAT(split_lines("\n"), ElementsAre(""));
  EXPECT_THAT(split_lines(""), IsEmpty());
  EXPECT_THAT(split_lines("a\rb"), ElementsAre("a\rb"));
}

TEST(Strings, SplitsAtEverySeparator) {
  EXPECT_THAT(split(",a,,b", ','), ElementsAre("", "a", "", "b"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split("a,", ','), ElementsAre("a", ""));
}

TEST(Strings, JoinsWithTheSeparatorBetween) {
  EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(join({"a"}, ", "), "a");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(Strings, ComparesAsciiWithoutCase) {
  EXPECT_TRUE(equals_ignoring_case("Feb", "fEB"));
  EXPECT_FALSE(equals_ignoring_case("Feb", "Febr"));
  EXPECT_FALSE(equals_ignoring_case("[", "{"));
  EXPECT_FALSE(equals_ignoring_case("\xC3\x84", "\xC3\xA4"));
  EXPECT_EQ(to_lower_ascii("AZ[\xC3\x84"), "az[\xC3\x84");
}

TEST(Strings, WritesNumbersForPeople) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(18446744073709551615U), "18,446,744,073,709,551,615");
  EXPECT_EQ(plural(1, "article"), "1 article");
  EXPECT_EQ(plural(0, "article"), "0 articles");
  EXPECT_EQ(plural(14000, "article"), "14,000 articles");
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  struct Case {
    std::string_view name, text;
    std::size_t expected;
  };
  for (const auto& [name, text, expected] : {
           Case{"plain", "plain text of ASCII bytes", npos},
           Case{"two, three and four bytes", "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", npos},
           Case{"last code point", "\xF4\x8F\xBF\xBF", npos},
           Case{"lone continuation", "0123456789\x80", 10},
           Case{"overlong of two", "ab\xC0\xAF", 2},
           Case{"overlong of three", "\xE0\x80\xAF", 0},
           Case{"overlong of four", "\xF0\x8F\xBF\xBF", 0},
           Case{"surrogate", "a\xED\xA0\x80", 1},
           Case{"beyond the last", "\xF4\x90\x80\x80", 0},
           Case{"F5", "\xF5\x80\x80\x80", 0},
           Case{"cut off", "abc\xE2\x82", 3},
           Case{"cut off at the end of eight", "1234567\xC3", 7},
           Case{"Latin-1", "caf\xE9 au lait", 3},
       }) {
    EXPECT_EQ(find_invalid_utf8(text), expected) << name;
  }
}

TEST(Utf8, LengthIsThatOfTheSequenceAndZeroForDamage) {
  EXPECT_EQ(utf8_length_at("a", 0), 1U);
  EXPECT_EQ(utf8_length_at("\xE2\x82\xAC", 0), 3U);
  EXPECT_EQ(utf8_length_at("\xE2\x82\xAC", 1), 0U);
  EXPECT_EQ(utf8_length_at("\xE2\x82", 0), 0U);
  EXPECT_EQ(utf8_length_at("a", 1), 0U);
}

TEST(Utf8, EveryCodePointSurvivesWritingAndReading) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code_point);
    ASSERT_EQ(find_invalid_utf8(text), npos) << static_cast<std::uint32_t>(code_point);
    std::size_t at = 0;
    ASSERT_TRUE(next_code_point(text, at) == code_point);
    ASSERT_EQ(at, text.size());
  }
}

TEST(Utf8, DecodingDamagedTextStaysInside) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 8 + 1, '\0');
    for (char& c : text) c = static_cast<char>(random() | 0x80U);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t before = at;
      next_code_point(text, at);
      ASSERT_GT(at, before);
      ASSERT_LE(at, text.size());
    }
  }
}

}  // namespace
}  // namespace dateline
