// Newsletters: folders and single messages, parts, and what mail does to text.
#include <gmock/gmock.h>

#include "indexer/formats/mail_text.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::HasSubstr;

TEST(MailText, HeadersAreDecoded) {
  struct Case {
    std::string written, text;
  };
  const Case cases[] = {
      {"Plain words", "Plain words"},
      {"=?UTF-8?Q?Caf=C3=A9_reopens?=", "Caf\xC3\xA9 reopens"},
      {"=?iso-8859-1?q?Caf=E9?= reopens", "Caf\xC3\xA9 reopens"},
      {"=?utf-8?B?Q2Fmw6k=?=", "Caf\xC3\xA9"},
      {"=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=", "Caf\xC3\xA9"},
      {"Re: =?utf-8?Q?a?= b =?broken", "Re: a b =?broken"},
      {"=?utf-8?X?a?=", "=?utf-8?X?a?="},
      {"", ""},
  };
  for (const Case& each : cases) EXPECT_EQ(decode_header(each.written), each.text);
}

TEST(MailText, BodiesAreDecoded) {
  EXPECT_EQ(decode_quoted_printable("a=3Db=\r\nc=\n d=ZZ="), "a=bc d=ZZ");
  EXPECT_EQ(decode_base64("SGVs\r\nbG8=\r\n"), "Hello");
}

const std::string kHeader =
    "From: \"The Gazette\" <news@a.example>\r\nSubject: =?utf-8?Q?Caf=C3=A9?= reopens\r\nDate: Fri, 16 Aug 2024 "
    "14:30:00 "
    "+0200\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n";

TEST(Mail, AMessageIsAnArticle) {
  struct Case {
    std::string name, rest;
  };
  const std::string html =
      "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>The "
      "caf=C3=A9 reopened on Friday after the storm, =\r\nits owner said, and the first guests came before "
      "noon.</p></body></html>\r\n";
  const std::string text =
      "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nThe caf\xE9 reopened on "
      "Friday after "
      "the storm, its owner said, and the first guests came before noon.\r\n";
  const Case cases[] = {
      {"HTML", html},
      {"plain text", text},
      {"both", "Content-Type: multipart/alternative; boundary=\"x y\"\r\n\r\n--x y\r\n" + text + "\r\n--x y\r\n" +
                   html + "\r\n--x y--\r\n"},
      {"within each other",
       "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/related; "
       "boundary=i\r\n\r\n--i\r\n" +
           html + "--i--\r\n--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nno\r\n--o--\r\n"},
      {"without its end", "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n" + html},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(kHeader + each.rest, "/a.eml");
    ASSERT_EQ(reading.articles.size(), 1U) << each.name;
    const Article& article = reading.articles[0];
    EXPECT_EQ(article.key, "<1@a.example>") << each.name;
    EXPECT_EQ(article.title, "Caf\xC3\xA9 reopens") << each.name;
    EXPECT_EQ(article.source, "The Gazette") << each.name;
    EXPECT_EQ(to_iso(article.published), "2024-08-16T14:30:00+02:00") << each.name;
    EXPECT_THAT(article.text, HasSubstr("The caf\xC3\xA9 reopened on Friday after the storm, its owner said,"))
        << each.name;
  }
}

TEST(Mail, AFolderIsCutIntoItsMessages) {
  const std::string text =
      "Content-Type: text/plain\r\n\r\nThe harbour reopened on Friday.\r\n>From there, ships left.\r\n\r\n";
  const std::string from = "From news@a.example Fri Aug 16 14:30:00 2024\r\n";
  std::string second = kHeader;
  second.replace(second.find("<1@"), 3, "<2@");
  const FileReading reading = read_bytes(from + kHeader + text + from + second + text, "/folder");
  ASSERT_EQ(reading.articles.size(), 2U);
  EXPECT_EQ(reading.articles[1].key, "<2@a.example>");
  EXPECT_EQ(reading.articles[1].record, 2U);
  EXPECT_THAT(reading.articles[0].text, HasSubstr("\nFrom there, ships left."));
}

TEST(Mail, AMessageWithoutTextIsRejected) {
  const FileReading reading = read_bytes(kHeader + "Content-Type: image/png\r\n\r\nx", "/a.eml");
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("without a text"));
}

}  // namespace
}  // namespace dateline
