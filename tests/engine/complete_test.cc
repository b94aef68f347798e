// How a query that is being typed may go on.
#include "query/engine/complete.h"

#include <gtest/gtest.h>

#include "query/engine/complete_input.h"
#include "query/engine/engine.h"
#include "schema/fields.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;
using Texts = std::vector<std::string>;

struct Begun {
  const char* text;
  const char* field;  // "" for none
  const char* value;
  std::size_t begin;
  bool quoted;
};

TEST(CompleteInput, SeesWhatHasBeenBegun) {
  for (const Begun& expected : {Begun{"", "", "", 0, false},
                                {"cease", "", "cease", 0, false},
                                {"gaza cea", "", "cea", 5, false},
                                {"gaza ", "", "", 5, false},
                                {"gaza -ham", "", "ham", 6, false},
                                {"(gaza OR do", "", "do", 9, false},
                                {"cease-fi", "", "cease-fi", 0, false},
                                {"person:net", "person", "net", 0, false},
                                {"x org:=ham", "organization", "ham", 2, false},
                                {"person:\"joe b", "person", "joe b", 0, true},
                                {"person:\"joe b\" ga", "", "ga", 15, false},
                                {"\"white hou", "", "white hou", 0, true},
                                {"“white hou", "", "white hou", 0, true},
                                {"source:(cnn OR re", "source", "re", 15, false},
                                {"source:(cnn) re", "", "re", 13, false},
                                {"foo:ba", "", "foo:ba", 0, false},
                                {"date:202", "date", "202", 0, false}}) {
    const BegunInput begun = begun_input(expected.text);
    EXPECT_EQ(begun.field ? kFields[*begun.field].name : "", expected.field) << expected.text;
    EXPECT_EQ(begun.value, expected.value) << expected.text;
    EXPECT_EQ(begun.begin, expected.begin) << expected.text;
    EXPECT_EQ(begun.quoted, expected.quoted) << expected.text;
  }
}

class CompleteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a",
                   .title = "Ceasefire talks",
                   .text = "A ceasefire ceased to be.",
                   .source = "Gulf News",
                   .people = {"Joe Biden", "Benjamin Netanyahu"},
                   .places = {"Gaza"}},
                  {.key = "b",
                   .title = "Ceasefire near",
                   .text = "Škoda",
                   .source = "CNN",
                   .people = {"Benjamin Netanyahu", "Netanyahu"},
                   .organizations = {"Joe \"The\" Band"}},
                  {.key = "c",
                   .title = "Rain",
                   .text = "It rains. Jonas",
                   .source = "CNN",
                   .people = {"Jon Net", "Bin Laden"}}});
  }

  Completions completions(const std::string& text, std::size_t limit = 10) {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine);
    auto found = engine->complete({.text = text, .limit = limit});
    EXPECT_TRUE(found);
    return *found;
  }
  Texts complete(const std::string& text, std::size_t limit = 10) {
    Texts out;
    for (const Completion& row : completions(text, limit).rows) out.push_back(row.text);
    return out;
  }

  TestArchive archive_;
};

TEST_F(CompleteTest, CompletesWordsTheFrequentOnesFirst) {
  EXPECT_EQ(complete("ceas"), (Texts{"ceasefire", "ceased"}));
  EXPECT_EQ(complete("rain CEAS"), (Texts{"rain ceasefire", "rain ceased"}));
  EXPECT_EQ(complete("rain -ceas"), (Texts{"rain -ceasefire", "rain -ceased"}));
  EXPECT_EQ(complete("title:ceas"), (Texts{"title:ceasefire", "title:ceased"}));
  EXPECT_EQ(complete("\"a ceasef"), (Texts{"\"a ceasefire"}));
  EXPECT_EQ(complete("Ško"), (Texts{"skoda"}));
  EXPECT_EQ(complete("ceas", 1), (Texts{"ceasefire"}));
  EXPECT_EQ(complete("zzz"), Texts());
  EXPECT_EQ(completions("ceas").rows[0].articles, 2U);
}

TEST_F(CompleteTest, CompletesNamesByAnyOfTheirWords) {
  EXPECT_EQ(complete("person:net"), (Texts{"person:\"Benjamin Netanyahu\"", "person:\"Jon Net\"", "person:Netanyahu"}));
  EXPECT_EQ(complete("person:=net", 1), (Texts{"person:=\"Benjamin Netanyahu\""}));
  EXPECT_EQ(complete("person:\"Benj"), (Texts{"person:\"Benjamin Netanyahu\""}));
  EXPECT_EQ(complete("person:\"benjamin n"), (Texts{"person:\"Benjamin Netanyahu\""}));
  EXPECT_EQ(complete("x source:c"), (Texts{"x source:CNN"}));
  EXPECT_EQ(complete("source:(CNN OR gu"), (Texts{"source:(CNN OR \"Gulf News\""}));
  EXPECT_EQ(complete("org:jo"), (Texts{"org:\"Joe  The  Band\""}));
  EXPECT_EQ(complete("person:zz"), Texts());
}

TEST_F(CompleteTest, CompletesNamesWithoutAField) {
  EXPECT_EQ(complete("Joe B"), (Texts{"person:\"Joe Biden\"", "Joe by:", "Joe be"}));
  EXPECT_EQ(complete("rain bin lad"), (Texts{"rain person:\"Bin Laden\""}));
  EXPECT_EQ(complete("gaz"), (Texts{"place:Gaza"}));
  EXPECT_EQ(complete("jon"), (Texts{"jonas", "person:\"Jon Net\""}));
}

TEST_F(CompleteTest, CompletesFields) {
  EXPECT_EQ(complete("per"), Texts{"person:"});
  EXPECT_EQ(complete("gaza -org"), Texts{"gaza -organization:"});
  EXPECT_EQ(complete("lan"), Texts{"lang:"});
  EXPECT_EQ(complete("b").front(), "by:");
  EXPECT_GE(complete("").size(), 10U);
  EXPECT_EQ(complete("\"a\""), Texts());
}

TEST_F(CompleteTest, FollowsMergesAndCountsThemOnce) {
  archive_.merge(FacetKind::kPerson, "Netanyahu", "Benjamin Netanyahu");
  const Completions found = completions("person:net");
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows[0].label, "Benjamin Netanyahu");
  EXPECT_EQ(found.rows[0].articles, 2U);
}

TEST(Complete, FindsNamesWithManyArticlesWhateverTheyAreCalled) {
  TestArchive archive;
  std::vector<testing::TestArticle> articles;
  for (int i = 0; i < 700; ++i) articles.push_back({.key = "rare" + std::to_string(i), .title = "t", .text = "x"});
  for (std::size_t i = 0; i < 700; ++i) articles[i].people = {"Jack Aardvark " + std::to_string(1000 + i)};
  for (std::size_t i = 0; i < 5; ++i) articles[i].people.insert(articles[i].people.end(), {"Mia Zuma", "Jovan Zykov"});
  archive.put(articles, IndexMode::kBulk);
  auto& catalog = archive.catalog();
  ASSERT_TRUE(catalog.begin());
  for (const char* name : {"Jovan Zykov", "Mia Zuma"}) {
    ASSERT_TRUE(catalog.settle_name_level(*catalog.intern_facet(FacetKind::kPerson, name), 5));
  }
  ASSERT_TRUE(catalog.commit());
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine);
  for (const char* typed : {"person:j", "person:\"Jovan Z", "person:zyk", "person:zykov"}) {
    const auto found = engine->complete({.text = typed, .limit = 10});
    ASSERT_TRUE(found && !found->rows.empty()) << typed;
    EXPECT_EQ(found->rows[0].label, "Jovan Zykov") << typed;
    EXPECT_EQ(found->rows[0].articles, 5U) << typed;
  }
  EXPECT_EQ(engine->complete({.text = "person:j", .limit = 10})->rows.size(), 10U) << "rare ones fill the list";
}

TEST_F(CompleteTest, SaysWhatItReplaces) {
  const Completions found = completions("rain joe b");
  ASSERT_EQ(found.rows.size(), 3U);
  EXPECT_EQ(found.begin, 5U);
  EXPECT_EQ(found.rows[0].insert, "person:\"Joe Biden\"");
}

TEST(Complete, OfAnEmptyArchiveHasFieldsOnly) {
  const TestArchive archive;
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine) << engine.error().message;
  EXPECT_EQ(engine->complete({.text = "per"})->rows.size(), 1U);
  EXPECT_EQ(engine->complete({.text = "person:j"})->rows.size(), 0U);
}

}  // namespace
}  // namespace dateline
