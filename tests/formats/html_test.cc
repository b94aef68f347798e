// HTML pages as files: encodings, keys, and pages that are no article.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

const std::string kBody =
    "<h1>Caf\xC3\xA9 am Hafen \xC3\xB6"
    "ffnet</h1><p>Das Caf\xC3\xA9 am Hafen \xC3\xB6"
    "ffnet am Sonntag, sagte der "
    "W\xC3\xA4"
    "chter des Hafens, der es f\xC3\xBC"
    "r lange Zeit geschlossen hatte.</p></body></html>";

std::string latin1(const std::string& utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    out += byte == 0xC3 ? static_cast<char>(static_cast<unsigned char>(utf8[++i]) + 0x40) : utf8[i];
  }
  return out;
}

std::string utf16(const std::string& utf8) {
  std::string out = "\xFF\xFE";
  for (const char c : latin1(utf8)) out += {c, '\0'};
  return out;
}

TEST(Html, IsReadInTheEncodingThatItHas) {
  struct Case {
    std::string name, bytes;
  };
  const Case cases[] = {
      {"UTF-8", "<html><body>" + kBody},
      {"UTF-8 with a mark", "\xEF\xBB\xBF<html><body>" + kBody},
      {"UTF-8 that says it is Latin-1", "<html><meta charset=iso-8859-1><body>" + kBody},
      {"Latin-1", "<html><meta charset=iso-8859-1><body>" + latin1(kBody)},
      {"Latin-1 that says nothing", "<html><body>" + latin1(kBody)},
      {"UTF-16", utf16("<html><body>" + kBody)},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/news/a.html");
    ASSERT_EQ(reading.articles.size(), 1U) << each.name;
    EXPECT_EQ(reading.articles[0].title,
              "Caf\xC3\xA9 am Hafen \xC3\xB6"
              "ffnet")
        << each.name;
    EXPECT_THAT(reading.articles[0].text, HasSubstr("W\xC3\xA4"
                                                    "chter des Hafens"))
        << each.name;
    EXPECT_EQ(reading.articles[0].key, "/news/a.html") << each.name;
  }
}

TEST(Html, IsKnownByItsAddressWhereThePageHasOne) {
  const FileReading own =
      read_bytes("<html><link rel=canonical href='https://a.example/1'><body>" + kBody, "/news/a.html");
  ASSERT_EQ(own.articles.size(), 1U);
  EXPECT_EQ(own.articles[0].key, "https://a.example/1");
  const FileReading front =
      read_bytes("<html><link rel=canonical href='https://a.example/'><body>" + kBody, "/news/a.html");
  ASSERT_EQ(front.articles.size(), 1U);
  EXPECT_EQ(front.articles[0].key, "/news/a.html");
}

TEST(Html, IsRejectedWhereItHasNoStory) {
  const FileReading reading = read_bytes("<!doctype html><html><body><nav>Home</nav></body></html>", "/news/a.html");
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("without the text of a story"));
}

}  // namespace
}  // namespace dateline
