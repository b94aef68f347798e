// The fuzzer's checks on seeded random mutations of real shapes, so that every run of the tests has them.
#include <gtest/gtest.h>

#include <random>

#include "tests/formats/mutations.h"
#include "tests/fuzz/check_formats.h"

namespace dateline {
namespace {

// Pieces that rules and parsers look for.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      R"({"id":1,"text":"A story.","author":["Jane Doe","x"],"date":"2024-08-16"})",
      R"({"text":"\ud83d\ude00 \ud83d \u0000 \n"})",
      "{\"text\":\"",
      "\"}",
      "\n",
      "\r\n",
      "\n\n",
      "Skip to content",
      "CNN\n—\n",
      "Physical Address\n304 North Cardinal St.\nDorchester Center, MA 02124\n",
      "Editor’s Note: A version of this story appears in a newsletter. Sign up here.",
      "Leave a Reply\n",
      "Your email address will not be published. Required fields are marked *",
      " date 2024-08 Parley in Qatar.",
      "By JANE DOE and John Roe",
      "Published 16 August 2024",
      "JERUSALEM, Israel — In a sign",
      "ANCHORAGE, Alaska  (Reuters) - ",
      "CNN’s Jane Doe contributed reporting from Kyiv, and John Roe from Paris.",
      "(Reporting by Jane Doe; editing by John Roe)",
      "Title: X\n",
      "Share\nFacebook\n",
      "<rss><channel><title>Gazette</title><item><description>",
      "<feed xml:base='http://a.example/'><entry><link href='b'/><content type='html'>",
      "</description></item>",
      "&lt;p&gt;A story&lt;/p&gt; &eacute; &#3; &",
      "<![CDATA[<p>A story",
      "]]>",
      "<!DOCTYPE rss [<!ENTITY a 'b'>]>&a;",
      "<nitf><body><body.head><byline>By <person>Jane Doe</person></byline></body.head><body.content><p>A story",
      "<newsItem guid='urn:1'><contentSet><inlineXML><html><body>",
      "<REUTERS NEWID=\"1\">\n<TEXT><BODY>A story\n    goes on\n</BODY></TEXT></REUTERS>\n",
      R"({"uri":"urn:1","body_text":"A story.","person":[{"name":"Jane Doe"}]})",
      R"({"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_html":"<p>A story."}]})",
      "\xEF\xBB\xBF",
      "\xFF\xFE",
      std::string(3, '\0'),
      "\xE2\x80",
      "\x92",
      "\xC2\xA0",
      "’s ",
      " contributed ",
      ", ",
      "A sentence of the story, which is long enough to be one, ends here. ",
  };
  return all;
}

std::string joined_pieces(std::mt19937& random) {
  std::string bytes;
  for (std::size_t count = 1 + below(12, random); count > 0; --count) bytes += pieces()[below(pieces().size(), random)];
  for (std::size_t count = below(6, random); count > 0; --count) mutate(bytes, random);
  return bytes;
}

TEST(Formats, TakeAnyBytesWithoutHarm) {
  std::mt19937 random(20240816);  // the same inputs in every run
  for (int run = 0; run < 3000; ++run) {
    const std::string bytes = joined_pieces(random);
    ASSERT_EQ(check_formats(bytes), "") << "run " << run << ": " << testing::PrintToString(bytes);
  }
}

TEST(Formats, TakeRandomBytesWithoutHarm) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int run = 0; run < 500; ++run) {
    std::string bytes(static_cast<std::size_t>(run), ' ');
    for (char& c : bytes) c = static_cast<char>(byte(random));
    ASSERT_EQ(check_formats(bytes), "") << "run " << run;
  }
}

}  // namespace
}  // namespace dateline
