// What wires send: NITF, NewsML-G2, ninjs, and the SGML of Reuters-21578.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

GivenEntity person(const std::string& name) {
  return {EntityKind::kPerson, name};
}
GivenEntity place(const std::string& name) {
  return {EntityKind::kPlace, name};
}
GivenEntity organization(const std::string& name) {
  return {EntityKind::kOrganization, name};
}

TEST(Wires, AreKnownByTheirContent) {
  struct Case {
    std::string head, path, format;
  };
  const Case cases[] = {
      {"<?xml version='1.0'?><nitf>", "/a/story.txt", "nitf"},
      {"<newsItem xmlns='x'>", "-", "newsml"},
      {"<?xml version='1.0'?>\n<NewsML Version='1.2'>", "/a/b.html", "newsml"},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\"", "/a/reut2-000.sgm", "reuters_sgml"},
      {"{\"uri\": \"urn:1\", \"versioncreated\": \"2024\"", "/a/b.json", "ninjs"},
      {"[ {\"uri\": \"urn:1\", \"headlines\": []", "-", "ninjs"},
      {"{\"uri\": \"urn:1\", \"text\": \"x\"}", "/a/b.jsonl", "jsonl"},
      {"<!-- a note --><CHANNEL>", "/a/b.xml", "plain_text"},
  };
  for (const Case& each : cases) EXPECT_EQ(choose_format(each.head, each.path)->name(), each.format) << each.head;
}

TEST(Nitf, GivesOneArticleWithItsFields) {
  const FileReading reading = read_sample("wire.nitf.xml");
  ASSERT_THAT(reading.articles, SizeIs(1));
  const Article& article = reading.articles[0];
  EXPECT_EQ(article.key, "wire.example:2024:17");
  EXPECT_EQ(article.title, "Harbor reopens after storm");
  EXPECT_EQ(article.source, "Meridian Wire");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.dateline, "PORTO ALTO");
  EXPECT_EQ(article.caption, "The harbor on Friday.");
  EXPECT_EQ(to_iso(article.published), "2024-08-16T14:30:00Z");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.text, "The harbor opened again on Friday.\n\nWhat is next\n\nFerries sail from Monday.");
  EXPECT_THAT(article.given, ElementsAre(person("Mary Major"), organization("Harbor Authority"), place("Porto Alto")));
}

TEST(NewsMl, GivesAnArticleForEachItemOfAMessage) {
  const FileReading reading = read_sample("message.newsml.xml");
  ASSERT_THAT(reading.articles, SizeIs(1));
  const Article& article = reading.articles[0];
  EXPECT_EQ(article.key, "urn:newsml:wire.example:1");
  EXPECT_EQ(article.title, "Harbor reopens");
  EXPECT_EQ(article.source, "Meridian Wire");
  EXPECT_EQ(article.section, "HARBOR-REOPENS");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(to_iso(article.published), "2024-08-16T14:30:00Z");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.text, "The harbor opened again.\n\nFerries sail from Monday.");
  EXPECT_THAT(article.given, ElementsAre(person("Mary Major"), organization("Harbor Authority")));
  ASSERT_THAT(reading.rejections, SizeIs(1));
  EXPECT_EQ(reading.rejections[0].record, 2U);
}

TEST(NewsMl, WithoutNewsItemsSaysSo) {
  const FileReading reading = read_bytes("<knowledgeItem><concept/></knowledgeItem>", "/n/k.xml");
  ASSERT_THAT(reading.rejections, SizeIs(1));
  EXPECT_EQ(reading.rejections[0].error.message, "a NewsML knowledgeitem without news items");
}

TEST(Ninjs, OfAllVersionsIsRead) {
  const std::string item1 =
      R"({"uri": "urn:1", "versioncreated": "2024-08-16T14:30:00Z", "byline": "Von Jane Doe", "headline": "Harbor reopens",
          "language": "en-US", "body_xhtml": "<p>The harbor opened.</p><p>Ferries sail.</p>", "body_text": "The harbor.",
          "located": "Porto Alto", "infosource": [{"name": "Meridian Wire"}], "person": [{"name": "Mary Major"}],
          "organisation": [{"name": "Harbor Authority"}], "place": [{"name": "Porto Alto"}]})";
  const std::string item3 =
      R"({"uri": "https://wire.example/3", "firstCreated": "2024-08-16T14:30:00Z", "by": "Jane Doe", "copyrightHolder": "Meridian Wire",
          "headlines": [{"role": "sub", "value": "No"}, {"role": "main", "value": "Harbor reopens"}], "slugline": "HARBOR",
          "bodies": [{"contentType": "text/html", "value": "<p>The harbor opened.</p><p>Ferries sail.</p>"}],
          "people": [{"name": "Mary Major"}], "organisations": [{"name": "Harbor Authority"}], "places": [{"name": "Porto Alto"}]})";
  for (const std::string& item : {item1, item3}) {
    for (const std::string& file : {item, "[" + item + "]"}) {
      const FileReading reading = read_bytes(file, "/news/item.json");
      ASSERT_THAT(reading.articles, SizeIs(1)) << file;
      const Article& article = reading.articles[0];
      EXPECT_EQ(article.title, "Harbor reopens");
      EXPECT_EQ(article.source, "Meridian Wire");
      EXPECT_EQ(article.text, "The harbor opened.\n\nFerries sail.");
      EXPECT_EQ(to_iso(article.published), "2024-08-16T14:30:00Z");
      EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
      EXPECT_THAT(article.given,
                  ElementsAre(person("Mary Major"), place("Porto Alto"), organization("Harbor Authority")));
    }
  }
  EXPECT_EQ(read_bytes(item3, "/n/i.json").articles[0].key, "https://wire.example/3");
}

TEST(Ninjs, MayBeOneItemALine) {
  const FileReading reading =
      read_bytes("{\"uri\":\"urn:1\",\"body_text\":\"One.\"}\n{\"uri\":\"urn:2\",\"body_text\":\"Two.\"}\n{\"uri\":\n",
                 "/n/i.jsonl");
  EXPECT_THAT(reading.articles, SizeIs(2));
  ASSERT_THAT(reading.rejections, SizeIs(1));
  EXPECT_EQ(reading.rejections[0].record, 3U);
}

TEST(ReutersSgml, GivesAnArticleForEachRecordWithAStory) {
  const FileReading reading = read_sample("reuters.sgm");
  ASSERT_THAT(reading.articles, SizeIs(2));
  const Article& article = reading.articles[0];
  EXPECT_EQ(article.key, "reuters21578:7");
  EXPECT_EQ(article.title, "HARBOR <HBR> REOPENS");
  EXPECT_EQ(article.dateline, "PORTO ALTO");
  EXPECT_EQ(to_iso(article.published), "1987-08-16T14:30:01");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.text, "The harbor opened again on Friday, the café & the pier too.\nFerries sail from Monday.");
  EXPECT_THAT(article.given, ElementsAre(person("Jane Doe"), place("USA"), place("El Salvador"), organization("OPEC")));
  EXPECT_EQ(to_iso(reading.articles[1].published), "1987-03-31");
  ASSERT_THAT(reading.rejections, SizeIs(2));
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("a headline without a story"));
  EXPECT_THAT(reading.rejections[1].error.message, HasSubstr("without its end"));
}

TEST(Wires, ThatAreHostileAreRejectedSoon) {
  std::string deep = "<nitf><body><body.content>";
  for (int i = 0; i < 100'000; ++i) deep += "<block>";
  std::string array = "[{\"uri\":1,\"headlines\":";
  for (int i = 0; i < 100'000; ++i) array += "[";
  const std::string bomb = "<!DOCTYPE nitf [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><nitf><body>&b;</body></nitf>";
  for (const std::string& bytes : {deep, array, bomb}) {
    const FileReading reading = read_bytes(bytes, "/n/x");
    EXPECT_THAT(reading.articles, IsEmpty());
    EXPECT_THAT(reading.rejections, SizeIs(1)) << bytes.substr(0, 40);
  }
}

}  // namespace
}  // namespace dateline
