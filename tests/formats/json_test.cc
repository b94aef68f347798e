// JSON that is no JSON Lines: documents, lists of news APIs, and names that the user maps.
#include <gmock/gmock.h>

#include "indexer/formats/field_names.h"
#include "indexer/formats/read_articles.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> titles(const FileReading& reading) {
  std::vector<std::string> found;
  for (const Article& article : reading.articles) found.push_back(article.title);
  return found;
}

TEST(Json, FindsTheArticlesWhereverTheyAreListed) {
  const std::string one = R"({"title": "One", "text": "A {story}, \"quoted\"."})";
  const std::string two = R"({"title":"Two","text":"Another story."})";
  const std::string lists[] = {
      "[" + one + "," + two + "]",
      "[\n  " + one + ",\n  " + two + "\n]\n",
      R"({"status":"ok","articles":[)" + one + "," + two + "]}",
      "{\n \"data\": {\n \"items\": [" + one + ",\n" + two + "],\n \"next\": [1]}}",
      R"({"response":{"results":[)" + one + "," + two + "]}}",
      "{\n" + one.substr(1) + "\n" + two,
  };
  for (const std::string& list : lists) {
    for (const std::size_t piece : {1UL, 7UL, 1000UL}) {
      StringSource source(list, piece);
      const FileReading reading = read_all_records(*choose_format(list, "-"), source, "-");
      EXPECT_THAT(titles(reading), ElementsAre("One", "Two")) << list;
      EXPECT_TRUE(reading.rejections.empty()) << list << reading.rejections[0].error.message;
    }
  }
}

TEST(Json, AnArticleWithAListOfItsOwnIsOneArticle) {
  const FileReading reading =
      read_bytes("{\n\"text\": \"A story.\", \"title\": \"One\",\n\"items\": [{\"text\": \"no\"}]\n}", "/a.json");
  EXPECT_THAT(titles(reading), ElementsAre("One"));
}

TEST(Json, SaysWhereADocumentIsBroken) {
  struct Case {
    std::string bytes, message;
    std::size_t articles;
  };
  const Case cases[] = {
      {R"([{"title":"One","text":"A story."},{"title":"Tw)", "truncated", 1},
      {R"([{"title":"One","text":"A story."},{"title":Two,"text":"x"}])", "no valid JSON", 1},
      {R"([{"title":"One","text":"A story."}] and more)", "no valid JSON between objects", 1},
      {"[]", "without an object", 0},
      {"[{\"text\":\"" + std::string(9000, 'x') + "\"},{\"text\":\"A story.\"}]", "an object of more than 5,000", 1},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_bytes(each.bytes, "/a.json", {.record_bytes = 5000});
    EXPECT_EQ(reading.articles.size(), each.articles) << each.message;
    ASSERT_EQ(reading.rejections.size(), 1U) << each.message;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message));
  }
}

TEST(FieldMapping, NamesOfTheUserComeBeforeTheUsualOnes) {
  struct Case {
    std::string name, file, bytes;
  };
  const Case cases[] = {
      {"JSON Lines", "a.jsonl", R"({"title":"no","h1":"One","body":{"parts":["A story.","It ends."]}})"},
      {"objects in a list", "a.json", R"([{"h1":"One","body":[{"parts":"A story."},{"parts":"It ends."}]}])"},
      {"CSV", "a.csv", "title,h1,body.parts\nno,One,\"A story.\n\nIt ends.\"\n"},
      {"a fallback", "b.jsonl", R"({"title":"One","text":"A story.\n\nIt ends."})"},
  };
  FieldMap map;
  ASSERT_TRUE(map.add("title=h1"));
  ASSERT_TRUE(map.add("text=body.parts"));
  const FormatFolder folder;
  for (const Case& each : cases) {
    FileReading reading;
    const RecordSink sink{.record =
                              [&](RawRecord&& record) {
                                auto article = record.format->parse(record);
                                if (article) reading.articles.push_back(*std::move(article));
                                return true;
                              },
                          .rejection = [](Rejection&&) { return true; }};
    EXPECT_TRUE(read_articles(folder.write(each.file, each.bytes), {.fields = &map}, nullptr, sink));
    ASSERT_EQ(reading.articles.size(), 1U) << each.name;
    EXPECT_EQ(reading.articles[0].title, "One") << each.name;
    EXPECT_EQ(reading.articles[0].text, "A story.\n\nIt ends.") << each.name;
  }
}

}  // namespace
}  // namespace dateline
