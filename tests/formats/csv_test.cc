// Tables: separators, quotes, heads, encodings, and what people call their columns.
#include <gmock/gmock.h>

#include "indexer/formats/delimited_text.h"
#include "indexer/formats/field_names.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(SplitFields, ReadsWhatSpreadsheetsWrite) {
  struct Case {
    std::string record;
    char delimiter;
    std::vector<std::string> fields;
  };
  const Case cases[] = {
      {"a,b,c\r\n", ',', {"a", "b", "c"}},
      {"a;\"b;c\";\n", ';', {"a", "b;c", ""}},
      {"\"say \"\"yes\"\", twice\",b", ',', {"say \"yes\", twice", "b"}},
      {"\"two\nlines\"\tb", '\t', {"two\nlines", "b"}},
      {"\"\",b", ',', {"", "b"}},
      {"a 5\" pipe,b", ',', {"a 5\" pipe", "b"}},
      {"\"a\"b,c", ',', {"ab", "c"}},
      {"\"never closed,b", ',', {"never closed,b"}},
      {"\"\"\"\"", ',', {"\""}},
      {"\"", ',', {""}},
      {"", ',', {""}},
  };
  for (const Case& each : cases) EXPECT_EQ(split_fields(each.record, each.delimiter), each.fields) << each.record;
}

TEST(Csv, AColumnGoesWhereItsNameSays) {
  const std::string heads[] = {"id,title,text,date,author,source,url,language,people",
                               "guid,Headline,Body,pubDate,Byline,Publisher,Link,lang,Persons",
                               "\xEF\xBB\xBFID,Title,Content,Published At,Authors,source,permalink,Language,people"};
  for (const std::string& head : heads) {
    const FileReading reading = read_bytes(head +
                                               "\r\nw1,Harbour reopens,\"It reopened, they said.\n\nShips "
                                               "came.\",2024-08-16,Jane Doe and John Roe,Gazette,"
                                               "https://a.example/1,en-GB,Ann Lee; Bob Ray|Cy Day\r\n",
                                           "-");
    ASSERT_EQ(reading.articles.size(), 1U) << head;
    const Article& article = reading.articles[0];
    EXPECT_EQ(article.key, "w1") << head;
    EXPECT_EQ(article.title, "Harbour reopens") << head;
    EXPECT_EQ(article.text, "It reopened, they said.\n\nShips came.") << head;
    EXPECT_EQ(to_iso(article.published), "2024-08-16") << head;
    EXPECT_THAT(article.authors, ElementsAre("Jane Doe", "John Roe")) << head;
    EXPECT_EQ(article.source, "Gazette") << head;
    EXPECT_EQ(article.url, "https://a.example/1") << head;
    EXPECT_EQ(article.language, "en") << head;
    EXPECT_EQ(article.given.size(), 3U) << head;
    EXPECT_EQ(article.record, 2U) << head;
  }
}

TEST(Csv, IsReadWithAnySeparatorAndInAnyEncoding) {
  struct Case {
    std::string name, bytes;
  };
  const std::string rest = "\nCaf\xC3\xA9 reopens;It reopened on Friday.\n";
  std::string wide = "\xFF\xFE";
  for (const char c : "title\ttext\nCaf\xE9 reopens\tIt reopened on Friday.\n"s) wide += {c, '\0'};
  const Case cases[] = {
      {"semicolons", "title;text" + rest},
      {"quoted head", "\"title\";\"text\"" + rest},
      {"Latin-1", "title;text\nCaf\xE9 reopens;It reopened on Friday.\n"},
      {"tabs", "title\ttext\nCaf\xC3\xA9 reopens\tIt reopened on Friday.\n"},
      {"bars", "title|text\nCaf\xC3\xA9 reopens|It reopened on Friday.\n"},
      {"UTF-16, as a spreadsheet writes it", wide},
      {"no line end", "title;text\nCaf\xC3\xA9 reopens;It reopened on Friday."},
      {"an unnamed column", ";title;text\n0;Caf\xC3\xA9 reopens;It reopened on Friday.\n"},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/a.csv");
    ASSERT_EQ(reading.articles.size(), 1U) << each.name;
    EXPECT_EQ(reading.articles[0].title, "Caf\xC3\xA9 reopens") << each.name;
    EXPECT_EQ(reading.articles[0].text, "It reopened on Friday.") << each.name;
  }
}

TEST(Csv, SaysWhatIsWrongWithATable) {
  struct Case {
    std::string bytes, message;
    std::uint64_t record;
  };
  const Case cases[] = {
      {"a,b\n1,2\n", "has no column of a known name with the text; it has 'a', 'b'. Say which it is: --map text=COLUMN",
       0},
      {"title,text\nA,\"b\nc\"\nA,story,about,it\n", "4 fields, but the head names 2", 4},
      {"title,text\nA,\n", "has no text", 2},
      {"title,text\nA,\"" + std::string(9000, 'x') + "\n", "perhaps a quote is never closed", 2},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/a.csv", {.record_bytes = 5000});
    ASSERT_EQ(reading.rejections.size(), 1U) << each.message;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message));
    EXPECT_EQ(reading.rejections[0].record, each.record) << each.message;
  }
}

TEST(FieldMap, TakesFieldsOfArticlesOnly) {
  FieldMap map;
  EXPECT_TRUE(map.add("title=headline"));
  EXPECT_TRUE(map.add("text = body.content"));
  for (const char* const wrong : {"", "title", "title=", "=x", "colour=red", "source.name=x"}) {
    const auto added = map.add(wrong);
    ASSERT_FALSE(added) << wrong;
    EXPECT_EQ(added.error().code, ErrorCode::kUsage);
  }
  EXPECT_EQ(map.entries().size(), 2U);
  EXPECT_NE(map.fingerprint(), FieldMap().fingerprint());
}

}  // namespace
}  // namespace dateline
