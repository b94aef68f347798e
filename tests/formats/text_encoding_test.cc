// Bytes that are text in some encoding, and bytes that are none.
#include "indexer/formats/text_encoding.h"

#include <gmock/gmock.h>

#include "shared/base/strings.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

std::string decoded(const std::string& bytes) {
  const auto text = decode_text(bytes);
  return text ? *text : "error: " + text.error().message;
}

std::string utf16(const std::string& ascii, bool big) {
  std::string out;
  for (const char c : ascii) out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

TEST(DecodeText, KeepsValidUtf8AndDropsItsMark) {
  EXPECT_EQ(decoded("Škoda – “naïve” 東京"), "Škoda – “naïve” 東京");
  EXPECT_EQ(decoded("\xEF\xBB\xBFText"), "Text");
  EXPECT_EQ(decoded(""), "");
}

TEST(DecodeText, ReadsUtf16WithAndWithoutMark) {
  const std::string text = "The ministers met in Cairo on Friday.\n";
  EXPECT_EQ(decoded("\xFF\xFE" + utf16(text, false)), text);
  EXPECT_EQ(decoded("\xFE\xFF" + utf16(text, true)), text);
  EXPECT_EQ(decoded(utf16(text, false)), text);
  EXPECT_EQ(decoded(utf16(text, true)), text);
  EXPECT_EQ(decoded("\xFF\xFE\x3D\xD8\x00\xDE"s), "😀");
  EXPECT_EQ(decoded("\xFF\xFE\x00\xD8\x41\x00"s).substr(0, 3), "\uFFFD") << "half a surrogate pair";
  EXPECT_EQ(decoded("\xFF\xFE\x41\x00\x42"s), "A\uFFFD") << "half a unit at the end";
}

TEST(DecodeText, ReadsUtf32WithMark) {
  EXPECT_EQ(decoded("\xFF\xFE\0\0A\0\0\0\xAC\x20\0\0"s), "A€");
}

TEST(DecodeText, TakesShortWesternTextForWindows1252) {
  EXPECT_EQ(decoded("The caf\xE9 was \x93"
                    "full\x94 \x96 the minister\x92s office said."),
            "The café was “full” – the minister’s office said.");
  EXPECT_EQ(decoded("r\xE9sum\xE9"), "résumé");
  EXPECT_EQ(decoded("it\x92s \x80"
                    "5"),
            "it’s €5");
  EXPECT_EQ(decoded("undefined \x81 byte"), "undefined \uFFFD byte");
}

TEST(DecodeText, RecognisesOtherEncodingsWhereTheTextBearsThemOut) {
  // "Президент подписал закон о бюджете на следующий год." in Windows-1251 and KOI8-R
  EXPECT_EQ(decoded("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xEF\xEE\xE4\xEF\xE8\xF1\xE0\xEB \xE7\xE0\xEA\xEE\xED \xEE "
                    "\xE1\xFE\xE4\xE6\xE5\xF2\xE5 \xED\xE0 \xF1\xEB\xE5\xE4\xF3\xFE\xF9\xE8\xE9 \xE3\xEE\xE4."),
            "Президент подписал закон о бюджете на следующий год.");
  EXPECT_EQ(decoded("\xF0\xD2\xC5\xDA\xC9\xC4\xC5\xCE\xD4 \xD0\xCF\xC4\xD0\xC9\xD3\xC1\xCC \xDA\xC1\xCB\xCF\xCE \xCF "
                    "\xC2\xC0\xC4\xD6\xC5\xD4\xC5 \xCE\xC1 \xD3\xCC\xC5\xC4\xD5\xC0\xDD\xC9\xCA \xC7\xCF\xC4."),
            "Президент подписал закон о бюджете на следующий год.");
  // "Zażółć gęślą jaźń. Rząd przyjął dziś budżet." in ISO-8859-2
  EXPECT_EQ(decoded("Za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1. Rz\xB1"
                    "d przyj\xB1\xB3 dzi\xB6 bud\xBF"
                    "et."),
            "Zażółć gęślą jaźń. Rząd przyjął dziś budżet.");
}

TEST(DecodeText, RepairsUtf8WithAFewDamagedPlaces) {
  const std::string good = "“Šest” – “pět” – “čtyři”. ";
  EXPECT_EQ(decoded(good + "the minister\x92s office"), good + "the minister’s office");
  EXPECT_EQ(decoded(good + "cut \xE2\x80"), good + "cut \uFFFD");
}

TEST(DecodeText, AlwaysGivesValidUtf8) {
  std::string all;
  for (int byte = 1; byte < 256; ++byte) all += "some text around it " + std::string(1, static_cast<char>(byte));
  EXPECT_EQ(find_invalid_utf8(decoded(all)), std::string::npos);
}

struct BinaryCase {
  const char* what;
  std::string bytes;
};

TEST(DecodeText, SaysWhatBinaryFilesLookLike) {
  const BinaryCase cases[] = {
      {"a PNG image", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s},
      {"a JPEG image", "\xFF\xD8\xFF\xE0\0\x10JFIF"s},
      {"a GIF image", "GIF89a\x01\0"s},
      {"a WebP image", "RIFF\x10\0\0\0WEBPVP8 "s},
      {"a PDF document", "%PDF-1.7\n"},
      {"a ZIP archive", "PK\x03\x04\x14\0"s},
      {"gzip data inside gzip", "\x1F\x8B\x08\0\0\0"s},
      {"an SQLite database", "SQLite format 3\0"s},
      {"an HTML page", "\n<!DOCTYPE html>\n<html><body>"},
      {"XML", "<?xml version=\"1.0\"?><rss>"},
      {"binary data", "text with " + std::string(40, '\0') + " zero bytes"},
      {"binary data", "\x01\x02\x03\x04\x05\x06\x07\x08 control bytes"},
  };
  for (const BinaryCase& each : cases) {
    const auto text = decode_text(each.bytes);
    ASSERT_FALSE(text) << each.what;
    EXPECT_EQ(text.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(text.error().message, HasSubstr("looks like "s + each.what));
  }
}

TEST(DecodeText, LetsAStrayZeroByteAndPlainProsePass) {
  EXPECT_EQ(decoded("one\0two"s), "one\0two"s);
  EXPECT_EQ(decoded("The new WAVE of attacks"), "The new WAVE of attacks");
  EXPECT_EQ(decoded("Rar! He cried"), "Rar! He cried");
}

}  // namespace
}  // namespace dateline
