// Feeds in XML: what of RSS, RDF and Atom becomes what of an article, and what happens with broken and hostile ones.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// An RSS feed of one item, which has `inside` besides a text.
Article read_item(const std::string& inside) {
  const FileReading reading = read_bytes(
      "<rss version='2.0'><channel><title>Gazette</title><item><description>The story is short.</description>" +
          inside + "</item></channel></rss>",
      "/news/feed.xml");
  EXPECT_THAT(reading.articles, SizeIs(1)) << inside;
  return reading.articles.empty() ? Article{} : reading.articles[0];
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string all;
  for (; count > 0; --count) all += piece;
  return all;
}

TEST(Feed, IsKnownByItsOutermostElement) {
  struct Case {
    std::string head, path, format;
  };
  const Case cases[] = {
      {"<rss version=\"2.0\">", "-", "feed"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<feed xmlns=\"x\">", "/a/news.txt", "feed"},
      {"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"<rss>\">]><RSS>", "/a/news.html", "feed"},
      {"<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\">", "/a/news.json", "feed"},
      {"<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "-", "feed"},
      {"<rdf:RDF xmlns=\"http://xmlns.com/foaf/0.1/\">", "-", "plain_text"},
      {"<opml version=\"2.0\">", "/a/feed.xml", "plain_text"},
      {"<html><body><rss>", "-", "html"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(choose_format(each.head, each.path)->name(), each.format) << each.head;
  }
}

TEST(Feed, OfRssGivesAnArticleForEachItem) {
  const FileReading reading = read_sample("harbour.rss");
  ASSERT_THAT(reading.articles, SizeIs(2));
  const Article& first = reading.articles[0];
  EXPECT_EQ(first.key, "https://gazette.example/2024/harbour") << "an id that is only a number is none for an archive";
  EXPECT_EQ(first.url, "https://gazette.example/2024/harbour");
  EXPECT_EQ(first.record, 1U);
  EXPECT_EQ(first.title, "Café at the harbour reopens & sells out");
  EXPECT_EQ(first.source, "The Harbor Gazette");
  EXPECT_EQ(first.language, "en");
  EXPECT_EQ(to_iso(first.published), "2024-08-16T14:30:00+02:00");
  EXPECT_THAT(first.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_EQ(first.text,
            "The café at the harbour has reopened, its owner said on Friday.\n\nAll tables were taken by noon.");
  EXPECT_EQ(first.caption, "The harbour at noon.");
  EXPECT_EQ(reading.articles[1].text, "The old bridge is closed for repairs.\n\nIt opens again in May.");
  EXPECT_THAT(reading.articles[1].authors, ElementsAre("Mary Major"));
}

TEST(Feed, RejectsAnEntryWithoutTextAndReadsTheOthers) {
  const FileReading reading = read_sample("harbour.rss");
  ASSERT_THAT(reading.rejections, SizeIs(1));
  EXPECT_EQ(reading.rejections[0].record, 3U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("has no text: neither content nor summary"));
}

TEST(Feed, OfAtomIsReadWithItsKindsOfText) {
  const FileReading reading = read_sample("wire.atom");
  ASSERT_THAT(reading.articles, SizeIs(3));
  const Article& talks = reading.articles[0];
  EXPECT_EQ(talks.key, "tag:wire.example,2024:1");
  EXPECT_EQ(talks.url, "https://wire.example/news/1.html");
  EXPECT_EQ(talks.title, "Talks go on in Doha");
  EXPECT_EQ(to_iso(talks.published), "2024-08-16T14:30:00Z");
  EXPECT_THAT(talks.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_EQ(talks.source, "Meridian Wire");
  EXPECT_EQ(talks.dateline, "DOHA, Qatar");
  EXPECT_THAT(talks.text,
              AllOf(HasSubstr("Talks went on for a second day.\n\n"), HasSubstr("One\n"), HasSubstr("Two")));
  EXPECT_EQ(reading.articles[1].text, "Die Gespräche gingen weiter.");
  EXPECT_EQ(reading.articles[1].language, "de");
  EXPECT_THAT(reading.articles[1].authors, ElementsAre("Meridian Desk")) << "the feed's, where the entry has none";
  EXPECT_EQ(to_iso(reading.articles[1].published), "2024-08-18T08:00:00Z");
  EXPECT_EQ(reading.articles[2].title, "What 1 < 2 means");
  EXPECT_EQ(reading.articles[2].text, "It means that a <p> is written so.");
}

TEST(Feed, OfRdfIsReadWithoutWhatItsDocumentTypeRefersTo) {
  const FileReading reading = read_sample("ledger.rdf");
  ASSERT_THAT(reading.articles, SizeIs(1));
  EXPECT_EQ(reading.articles[0].text, "The ferry to Café Point sails again, and it sails daily.");
  EXPECT_EQ(reading.articles[0].key, "https://ledger.example/1");
  EXPECT_EQ(to_iso(reading.articles[0].published), "2003-12-31T10:14:55+01:00");
  EXPECT_THAT(reading.rejections, IsEmpty());
}

TEST(Feed, ReadsDatesInAllTheWaysOfFeeds) {
  struct Case {
    std::string written, date;
  };
  const Case cases[] = {
      {"Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
      {"01 Jan 04 19:48:21 EST", "2004-01-01T19:48:21-05:00"},
      {"Thu, 31 Dec 98 00:00:00 +0000", "1998-12-31T00:00:00Z"},
      {"22 Aug 26 06:31 -0700", "2026-08-22T06:31:00-07:00"},
      {"Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21"},
      {"Thu Jan  1 19:48:21 EST 2004", "2004-01-01T19:48:21-05:00"},
      {"Fri, 16 Aug 2024 14:30:00 +0200 (CEST)", "2024-08-16T14:30:00+02:00"},
      {"Fri, 16 Aug 2024 14:30:00 XYZ", "2024-08-16T14:30:00"},
      {"2003-12-31T10:14:55-08:00", "2003-12-31T10:14:55-08:00"},
      {"2003-12", "2003-12"},
      {"2003-335", "2003-12-01"},
      {"yesterday", ""},
      {"03/04/2024", ""},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(to_iso(read_item("<pubDate>" + each.written + "</pubDate>").published), each.date) << each.written;
  }
}

TEST(Feed, ReadsAuthorsAsFeedsWriteThem) {
  EXPECT_THAT(read_item("<author>jane@paper.example (Jane Doe)</author>").authors, ElementsAre("Jane Doe"));
  EXPECT_THAT(read_item("<author>Jane Doe &lt;jane@paper.example></author>").authors, ElementsAre("Jane Doe"));
  EXPECT_THAT(read_item("<author>jane@paper.example</author>").authors, IsEmpty());
  EXPECT_THAT(read_item("<author>Jane Doe</author><author>Jane Doe</author>").authors, ElementsAre("Jane Doe"));
}

TEST(Feed, ThatIsBrokenIsReadAsFarAsItCanBe) {
  struct Case {
    std::string inside, text;
  };
  const std::string start = "<rss><channel><title>T</title><item><description>";
  const std::string end = "</description></item></channel></rss>";
  const Case cases[] = {
      {start + "Salt & pepper, fish & chips" + end, "Salt & pepper, fish & chips"},
      {start + "Caf&eacute; &nosuch; & &#233;&#x1;t&#233;" + end, "Café &nosuch; & é té"},
      {start + "It is <br>two lines" + end, "It is\ntwo lines"},
      {start + "One < two \x01 and three" + end, "One < two   and three"},
      {"<!-- first -->\n<?xml version='1.0'?>" + start + "A declaration that comes late" + end,
       "A declaration that comes late"},
      {start + "<![CDATA[Never <b>closed</b>", "Never closed"},
      {"<!DOCTYPE rss [<!ENTITY paper 'The Gazette'>]>" + start + "&paper; says so" + end, "The Gazette says so"},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.inside, "/news/feed.xml");
    ASSERT_THAT(reading.articles, SizeIs(1)) << each.inside;
    EXPECT_EQ(reading.articles[0].text, each.text) << each.inside;
  }
}

TEST(Feed, ThatEndsInTheMiddleSaysSoBehindWhatIsRead) {
  const FileReading reading = read_bytes(
      "<rss><channel><item><description>The first story.</description></item><item><description>The sec", "/n/f.xml");
  EXPECT_EQ(reading.articles.at(0).text, "The first story.");
  ASSERT_FALSE(reading.rejections.empty());
  EXPECT_THAT(reading.rejections.back().error.message, HasSubstr("ends in the middle"));
}

TEST(Feed, ThatCannotBeReadSaysWhy) {
  struct Case {
    std::string bytes, message;
  };
  const Case cases[] = {
      {"<rss version='2.0'></rss>", "a feed without entries"},
      {"<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss><item><description>&b;</description></item></rss>",
       "a decompression bomb?"},
      {"<rss>" + repeated("<a>", 5000), "more than 200 deep"},
      {"<rss><item><title>No text</title></item></rss>", "has no text: neither content nor summary"},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/news/feed.xml");
    EXPECT_THAT(reading.articles, IsEmpty()) << each.message;
    ASSERT_THAT(reading.rejections, SizeIs(1)) << each.message;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message));
  }
}

TEST(Feed, LoadsNothingThatItRefersTo) {
  const FormatFolder folder;
  const std::string secret = folder.write("secret.txt", "the secret");
  const FileReading reading = read_bytes("<!DOCTYPE rss SYSTEM \"" + secret + "\" [<!ENTITY x SYSTEM \"" + secret +
                                             "\">]><rss><item><description>Here it is: &x;.</description></item></rss>",
                                         "/news/feed.xml");
  ASSERT_THAT(reading.articles, SizeIs(1));
  EXPECT_THAT(reading.articles[0].text, Not(HasSubstr("secret")));
}

TEST(Feed, OfManyMegabytesIsReadOrRejectedSoon) {
  const std::string items = repeated("<item><description>A story.</description></item>", 40'000);
  EXPECT_THAT(read_bytes("<rss>" + items + "</rss>", "/n/f.xml").articles, SizeIs(40'000));
  const FileReading nested = read_bytes("<rss>" + repeated("<item><b>x", 400'000), "/n/f.xml");
  EXPECT_THAT(nested.rejections, Not(IsEmpty()));
  const FileReading large = read_bytes("<rss>" + items + "</rss>", "/n/f.xml", {.record_bytes = 1'000'000});
  ASSERT_THAT(large.rejections, SizeIs(1));
  EXPECT_THAT(large.rejections[0].error.message, HasSubstr("larger than 1,000,000 bytes"));
}

}  // namespace
}  // namespace dateline
