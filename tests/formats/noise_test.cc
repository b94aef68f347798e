// What real texts have that is no story, row by row: what goes, and what stays because it may be story.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/formats/given_values.h"
#include "shared/base/json_writer.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using ::testing::SizeIs;

// A record of JSON Lines with these fields.
Article read_fields(const std::string& text, const std::string& title = "", const std::string& date = "") {
  JsonWriter json;
  json.begin_object().field("text", text).field("title", title).field("date", date).end_object();
  FileReading reading = read_bytes(std::move(json).text() + "\n", "/a.jsonl");
  EXPECT_THAT(reading.articles, SizeIs(1)) << text;
  return reading.articles.empty() ? Article() : reading.articles.front();
}

TEST(Noise, OfTextsInFieldsGoesOrStays) {
  const struct {
    std::string written, read;
  } cases[] = {
      {"The ferry came. Click to share on WhatsApp (Opens in new window) Click to share on Facebook (Opens in new "
       "window)",
       "The ferry came."},
      {"Click to enlarge the map.", "Click to enlarge the map."},
      {"May 2, 2015 by Terry Firma 84 Comments\nThe ferry came.", "May 2, 2015 by Terry Firma\nThe ferry came."},
      {"84 Comments\n\nThe ferry came.", "The ferry came."},
      {"The ferry came.\nBy Jane Doe 1 Comment", "The ferry came.\nBy Jane Doe"},
      {"The post by the council drew 84 Comments\nThe ferry came.",
       "The post by the council drew 84 Comments\nThe ferry came."},
      {"Comments\nThe ferry came.", "Comments\nThe ferry came."},
      {"It came.\n\n(function(d,s,id){var "
       "js,fjs=d.getElementsByTagName(s)[0];if(d.getElementById(id)){return;}}(document, "
       "'script'));\n\nIt went.",
       "It came.\n\nIt went."},
      {"It came.    BF_STATIC.timequeue.push(function () { document.getElementById(\"a\").innerHTML = \"b\"; });",
       "It came."},
      {"It came.\n\nOO.ready(function() { OO.Player.create('a', 'b'); });", "It came."},
      {"The plan (function first, form later) failed.", "The plan (function first, form later) failed."},
      {"See &amp;lt;a href=&quot;https://a.example/&quot;&amp;gt;the report&amp;lt;/a&amp;gt; on it.",
       "See the report on it."},
      {"It came.\n\n&amp;amp;amp;amp;amp;nbsp;\n\nIt went.", "It came.\n\nIt went."},
      {"AT&amp;T and R&D; won&#8217;t merge: a < b && c > d; M&A; rose",
       "AT&T and R&D; won’t merge: a < b && c > d; M&A; rose"},
      {"<p>The ferry came.</p><p>It <b>went</b>.</p>", "The ferry came.\n\nIt went."},
      {"The ferry came.<br /><br />It went.", "The ferry came.\n\nIt went."},
      {"The <a href=\"https://a.example/\">ferry</a> came.\n\nIt went.", "The ferry came.\n\nIt went."},
      {"First Interstate Bancorp <I> fell; <SRD> and <BP> rose.",
       "First Interstate Bancorp <I> fell; <SRD> and <BP> rose."},
      {"Use std::vector<int> where i<n and p>q.", "Use std::vector<int> where i<n and p>q."},
      {"a hostage threatened.\n\nâ€” Brown Moses", "a hostage threatened.\n\n— Brown Moses"},
      {"Win\xC2\xADtour and the\xE2\x80\x8B jet\xEF\xBB\xBF", "Wintour and the jet"},
      {"one\xC2\xA0two", "one two"},
      {"the title, \x1CThe Adobo Chronicles,\x1D you ask", "the title, “The Adobo Chronicles,” you ask"},
      {"It came. (Reporting by Jane Doe; Editing by John Roe)", "It came."},
      {"It came.\n\n (Additional reporting by  Jane Doe \nand  John Roe  in London)\n\nREUTER", "It came."},
      {"It came. (Reporting by Jane Doe, Editing by Max Moe; jane.doe@a.example; +1 646 223 6000)",
       "It came. (Reporting by Jane Doe, Editing by Max Moe; jane.doe@a.example; +1 646 223 6000)"},
      {"It came (reporting by boat).", "It came (reporting by boat)."},
      {"(Reporting by Jane Doe)", "(Reporting by Jane Doe)"},
      {"(Corrects first paragraph)\n\nThe ferry came.", "The ferry came."},
      {"(Corrects headline to show Web traffic, not Web \nsales, fell)\nThe ferry came.", "The ferry came."},
      {"(Corrects) itself daily, the ferry does.", "(Corrects) itself daily, the ferry does."},
      {"Google Inc. ( GOOG.O ) rose, BP ( BP.L ) fell.", "Google Inc. (GOOG.O) rose, BP (BP.L) fell."},
      {"one ( two ) and ( 3.4 ) and ( GOOG. ) and ( GOOG.O", "one ( two ) and ( 3.4 ) and ( GOOG. ) and ( GOOG.O"},
      {"FUNDS ROSE IN LATEST WEEK\nBlah blah blah.", "FUNDS ROSE IN LATEST WEEK"},
      {"no parties, blah blah blah, which we broke", "no parties, blah blah blah, which we broke"},
  };
  for (const auto& each : cases) EXPECT_EQ(read_fields(each.written).text, each.read) << each.written;
}

TEST(Noise, ReportersOfACreditBecomeContributors) {
  const Article article = read_fields("It came. (Reporting by Jane Doe in Kyiv and John Roe; Editing by Max Moe)");
  EXPECT_THAT(article.contributors, ::testing::ElementsAre("Jane Doe", "John Roe"));
}

TEST(Noise, ReadingTwiceChangesNothing) {
  for (const std::string& text : {std::string("<p>The &amp;amp; ferry.</p>"),
                                  std::string("&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;"), std::string("1 &lt; 2"),
                                  std::string("(Corrects a name)\n(Corrects a date)\nIt came.\nREUTER\n"
                                              "(Reporting by Jane Doe)\nReuters\nWith assistance from John Roe.")}) {
    const std::string once = read_fields(text).text;
    EXPECT_EQ(read_fields(once).text, once);
  }
}

// As `export` writes it.
TEST(Noise, StaysWhereTheRecordSaysThatItsTextsArePlain) {
  const std::string text = "Write </p> & <b>so</b>: fetch().then(x). (Reporting by Jane Doe)";
  const std::string title = "The <em>new</em> element &amp; you";
  JsonWriter json;
  json.begin_object().field("text_format", "plain").field("text", text).field("title", title).field("section", "Web");
  json.key("contributors").begin_array().value("John Roe").end_array().end_object();
  const FileReading reading = read_bytes(std::move(json).text() + "\n", "/a.jsonl");
  ASSERT_THAT(reading.articles, SizeIs(1));
  const Article& article = reading.articles.front();
  EXPECT_EQ(article.text, text);
  EXPECT_EQ(article.title, title);
  EXPECT_EQ(article.section, "Web");
  EXPECT_THAT(article.contributors, ::testing::ElementsAre("John Roe"));
}

TEST(Noise, OfTitlesAndDates) {
  EXPECT_EQ(read_fields("A text.", "Mohammed Morsi\xE2\x80\x8B sentenced").title, "Mohammed Morsi sentenced");
  EXPECT_EQ(read_fields("A text.", "Caf&eacute; &amp; <em>bar</em> reopen").title, "Café & bar reopen");
  EXPECT_EQ(read_fields("A text.", "STANDARD OIL <SRD> TO FORM UNIT").title, "STANDARD OIL <SRD> TO FORM UNIT");
  EXPECT_EQ(read_fields("A text.", "Stocks to fly on M&A; oil lurks").title, "Stocks to fly on M&A; oil lurks");
  const struct {
    std::string written, date;
  } dates[] = {
      {"None", ""},
      {"null", ""},
      {"2016-11-12 17:58:46", "2016-11-12T17:58:46"},
      {"2024-08-16T14:30:00-04:00", "2024-08-16T14:30:00-04:00"},
      {"2024-08-16T14:30:00Z", "2024-08-16T14:30:00Z"},
  };
  for (const auto& each : dates) EXPECT_EQ(to_iso(read_fields("A text.", "T", each.written).published), each.date);
  const struct {
    std::string written, date;
  } given[] = {
      {"22 Aug 26 06:31 -0700", "2026-08-22T06:31:00-07:00"},
      {"Fri, 16 Aug 2024 14:30:00 EST", "2024-08-16T14:30:00-05:00"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
  };
  for (const auto& each : given) {
    const auto date = given_date(each.written);
    EXPECT_EQ(date ? to_iso(*date) : "", each.date) << each.written;
  }
}

TEST(Noise, OfTheSgmlOfReuters) {
  const auto record = [](const std::string& date, const std::string& body) {
    return "<REUTERS NEWID=\"7\"><DATE>" + date + "</DATE><TEXT><TITLE>FUNDS ROSE</TITLE><BODY>" + body +
           "</BODY></TEXT></REUTERS>\n";
  };
  const auto dated = read_bytes(record("31-MAR-1987 605:12:19.12", "The funds rose in the week."), "/a.sgm");
  ASSERT_THAT(dated.articles, SizeIs(1));
  EXPECT_EQ(to_iso(dated.articles.front().published), "1987-03-31");
  const auto empty = read_bytes(record("31-MAR-1987 12:12:19.12", "Blah blah blah."), "/a.sgm");
  ASSERT_THAT(empty.rejections, SizeIs(1)) << "a headline without a body";
  EXPECT_THAT(empty.rejections.front().error.message, ::testing::HasSubstr("no text"));
}

TEST(Noise, OfPagesWithTwoDatesTakesTheOneThatThePageStates) {
  const std::string page =
      "<!DOCTYPE html><html><head><title>Ferry comes</title><link rel=\"canonical\" "
      "href=\"https://a.example/2024/08/15/ferry\"><meta property=\"article:published_time\" "
      "content=\"2024-08-16T01:30:00Z\"></head><body><article><h1>Ferry comes</h1><p>The ferry came to the harbor in "
      "the "
      "morning, and the council said that it would stay there for the whole of the winter.</p><p>Fishermen and "
      "shopkeepers "
      "were glad of it, and so was the port authority.</p></article></body></html>";
  const auto read = read_bytes(page, "/a.html");
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_EQ(to_iso(read.articles.front().published), "2024-08-16T01:30:00Z");
}

TEST(Noise, PicturesAreNoArticles) {
  const auto ninjs = read_bytes(
      R"({"uri":"a","type":"picture","versioncreated":"2024-08-16T14:30:00Z","headline":"Ferry","description_text":"A ferry."})",
      "/a.json");
  ASSERT_THAT(ninjs.rejections, SizeIs(1));
  EXPECT_EQ(ninjs.rejections.front().error.message, "is a picture, not a text");
  const auto text = read_bytes(
      R"({"uri":"a","type":"picture","versioncreated":"2024-08-16T14:30:00Z","headline":"Ferry","body_text":"The ferry came."})",
      "/a.json");
  EXPECT_THAT(text.articles, SizeIs(1)) << "it has a story, whatever it calls itself";
}

TEST(Noise, AFeedOfNothingButAmpersandsIsReadInOnePass) {
  std::string entry;
  for (int i = 0; i < 200'000; ++i) entry += "& < &x;";
  const auto read =
      read_bytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>a</title><description>" + entry +
                     "</description></item></channel></rss>",
                 "/a.rss");
  EXPECT_THAT(read.articles, SizeIs(1));
}

TEST(Noise, ASenderThatIsAPaperIsNoAuthor) {
  const auto read = [](const std::string& from) {
    const auto mail = read_bytes("From: " + from +
                                     "\r\nSubject: News\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n"
                                     "Content-Type: text/plain\r\n\r\nThe ferry came to the harbor in the morning.\r\n",
                                 "/a.eml");
    EXPECT_THAT(mail.articles, SizeIs(1));
    return mail.articles.empty() ? Article() : mail.articles.front();
  };
  EXPECT_THAT(read("The Times <news@times.example>").authors, ::testing::IsEmpty());
  EXPECT_EQ(read("The Times <news@times.example>").source, "The Times");
  EXPECT_THAT(read("news@times.example").authors, ::testing::IsEmpty());
  EXPECT_THAT(read("Morning Briefing <m@a.example>").authors, ::testing::IsEmpty());
  EXPECT_THAT(read("Jane Doe <jane@a.example>").authors, ::testing::ElementsAre("Jane Doe"));
}

}  // namespace
}  // namespace dateline
