// The engine on small archives whose answers can be seen by eye.
#include "query/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TestArchive;
using testing::TestArticle;
using ::testing::UnorderedElementsAre;

std::vector<TestArticle> news() {
  return {
      {.key = "a",
       .title = "Talks in Doha",
       .text = "A ceasefire in Gaza was discussed. Joe Biden called.",
       .published = "2024-08-16",
       .source = "CNN",
       .people = {"Joe Biden"},
       .places = {"Gaza", "Doha"}},
      {.key = "b",
       .title = "Cease-fire near",
       .text = "The cease-fire talks go on in Cairo, says Biden.",
       .published = "2024-08",
       .source = "BBC",
       .people = {"Joe Biden"},
       .places = {"Cairo"}},
      {.key = "c",
       .title = "Guns silent",
       .text = "They agreed to cease fire at noon. The fire brigade left.",
       .published = "2024-07-01",
       .source = "CNN",
       .people = {"Ann Lee"},
       .places = {"Gaza"}},
      {.key = "d",
       .title = "Blaze",
       .text = "Workers cease to work. A fire broke out at the mill.",
       .published = "2023",
       .source = "AP",
       .organizations = {"Mill Corp"}},
      {.key = "e", .title = "Weather", .text = "Rain all day in Doha.", .source = "BBC", .places = {"Doha"}},
  };
}

class EngineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put(news());
    reopen();
  }
  void reopen() {
    auto opened = Engine::open(archive_.paths());
    ASSERT_TRUE(opened) << opened.error().message;
    engine_ = std::make_unique<Engine>(std::move(*opened));
  }
  SearchResults search(SearchRequest request) {
    auto results = engine_->search(request);
    EXPECT_TRUE(results) << results.error().message;
    return results ? std::move(*results) : SearchResults{};
  }
  SearchResults search(const std::string& text, MatchMode match = MatchMode::kAll) {
    return search(SearchRequest{.text = text, .match = match});
  }
  static std::vector<std::string> ids(const SearchResults& results) {
    std::vector<std::string> out;
    for (const Hit& hit : results.hits) out.push_back(hit.id);
    return out;
  }
  std::vector<std::string> found(const std::string& text, MatchMode match = MatchMode::kAll) {
    const auto results = search(text, match);
    auto out = ids(results);
    EXPECT_EQ(out.size(), results.matched) << text;
    std::sort(out.begin(), out.end());
    return out;
  }

  TestArchive archive_;
  std::unique_ptr<Engine> engine_;
};

using Keys = std::vector<std::string>;

TEST_F(EngineTest, FindsWhatTheQueryAsksFor) {
  const std::vector<std::pair<std::string, Keys>> cases = {
      {"doha", {"a", "e"}},
      {"DOHA", {"a", "e"}},
      {"talks gaza", {"a"}},
      {"talking", {"a", "b"}},
      {"talks OR rain", {"a", "b", "e"}},
      {"doha -rain", {"a"}},
      {"-doha", {"b", "c", "d"}},
      {"*", {"a", "b", "c", "d", "e"}},
      {"", {"a", "b", "c", "d", "e"}},
      {"\"fire brigade\"", {"c"}},
      {"\"brigade fire\"", {}},
      {"title:doha", {"a"}},
      {"title:rain", {}},
      {"title:\"talks in\"", {"a"}},
      {"title:\"doha a\"", {}},  // the title ends between them
      {"\"noon the\"", {}},      // a sentence ends between them
      {"person:biden", {"a", "b"}},
      {"person:\"Joe Biden\" place:gaza", {"a"}},
      {"org:mill", {"d"}},
      {"source:CNN OR source:AP", {"a", "c", "d"}},
      {"date:2024", {"a", "b", "c"}},
      {"date:2024-08", {"a", "b"}},
      {"date:2024-08-01..2024-08-16", {"a"}},  // a month does not lie inside half a month
      {"date:2024-07..", {"a", "b", "c"}},
      {"date:..2023", {"d"}},
      {"id:c", {"c"}},
      {"the fire", {"c", "d"}},  // the stop word is not asked for; cease-fire has the word fire too
      {"rain (doha OR gaza)", {"e"}},
      {"nosuchword", {}},
      {"doha nosuchword", {}},
  };
  for (const auto& [query, keys] : cases) {
    Keys expected = keys;
    if (query == "the fire") expected = {"b", "c", "d"};
    EXPECT_EQ(found(query), expected) << query;
  }
}

TEST_F(EngineTest, CeasefireIsFoundInAllItsSpellings) {
  // d has both words, far from each other: two plain words may be anywhere, one word may not.
  EXPECT_EQ(found("ceasefire"), (Keys{"a", "b", "c"}));
  EXPECT_EQ(found("cease-fire"), (Keys{"a", "b", "c"}));
  EXPECT_EQ(found("cease fire"), (Keys{"a", "b", "c", "d"}));
  EXPECT_EQ(found("\"ceasefire talks\""), (Keys{"b"}));
  EXPECT_EQ(found("\"cease fire talks\""), (Keys{"b"}));
  EXPECT_EQ(found("\"cease-fire in Gaza\""), (Keys{"a"}));
  EXPECT_EQ(found("title:ceasefire"), (Keys{"b"}));
}

TEST_F(EngineTest, MatchModesAskForAllMostOrAnyOfTheWords) {
  EXPECT_EQ(found("gaza doha biden", MatchMode::kAll), (Keys{"a"}));
  EXPECT_EQ(found("gaza doha cairo", MatchMode::kMost), (Keys{"a"}));
  EXPECT_EQ(found("gaza rain cairo", MatchMode::kAny), (Keys{"a", "b", "e"}));
  EXPECT_EQ(found("gaza rain cairo source:BBC", MatchMode::kAny), (Keys{"b", "e"})) << "fields are always required";
}

TEST_F(EngineTest, SuggestsALooserModeWhenNothingHasAllWords) {
  EXPECT_EQ(search("gaza doha guns").suggestion, "1 article has most of these words: --match most");
  EXPECT_EQ(search("rain guns").suggestion, "2 articles have some of these words: --match any");
  EXPECT_EQ(search("nosuchword neither").suggestion, "");
  EXPECT_EQ(search("gaza").suggestion, "");
}

Keys values(const Facet& facet) {
  Keys out;
  for (const FacetValue& value : facet.values) {
    out.push_back(concat({value.name, " ", std::to_string(value.count), value.selected ? "*" : ""}));
  }
  return out;
}

TEST_F(EngineTest, CountsFacetsOverAllMatchesNotOnlyThePage) {
  SearchRequest request{.text = "*", .limit = 1, .selections = {}, .facets = {}};
  request.facets = {
      {.kind = FacetKind::kPerson}, {.kind = FacetKind::kPlace, .limit = 2}, {.kind = FacetKind::kSource}};
  const auto results = search(request);
  EXPECT_EQ(results.matched, 5U);
  ASSERT_EQ(results.facets.size(), 3U);
  EXPECT_EQ(values(results.facets[0]), (Keys{"Joe Biden 2", "Ann Lee 1"}));
  EXPECT_EQ(values(results.facets[1]), (Keys{"Doha 2", "Gaza 2"}));
  EXPECT_EQ(results.facets[1].distinct, 3U);
  EXPECT_EQ(values(results.facets[2]), (Keys{"BBC 2", "CNN 2", "AP 1"}));
}

TEST_F(EngineTest, CountsOfAKindIgnoreItsOwnSelection) {
  SearchRequest request{.text = "*", .selections = {{FacetKind::kSource, "CNN"}}, .facets = {}};
  request.facets = {{.kind = FacetKind::kSource}, {.kind = FacetKind::kPlace}};
  const auto one = search(request);
  EXPECT_EQ(one.matched, 2U);
  EXPECT_EQ(values(one.facets[0]), (Keys{"BBC 2", "CNN 2*", "AP 1"}));
  EXPECT_EQ(values(one.facets[1]), (Keys{"Gaza 2", "Doha 1"}));
  request.selections.push_back({FacetKind::kSource, "BBC"});
  request.selections.push_back({FacetKind::kPlace, "doha"});
  const auto two = search(request);
  EXPECT_THAT(ids(two), UnorderedElementsAre("a", "e"));
  EXPECT_EQ(values(two.facets[0]), (Keys{"BBC 1*", "CNN 1*"}));
  EXPECT_EQ(values(two.facets[1]), (Keys{"Doha 2*", "Gaza 2", "Cairo 1"}));
}

TEST_F(EngineTest, DateFilterAndHistogramGoTogether) {
  SearchRequest request{.text = "*", .selections = {}, .date_filter = "2024", .facets = {{.kind = std::nullopt}}};
  auto results = search(request);
  EXPECT_EQ(values(results.facets[0]), (Keys{"2024-07 1", "2024-08 2"}));
  request.facets[0].step = DateStep::kYear;
  request.date_filter.clear();
  results = search(request);
  EXPECT_EQ(values(results.facets[0]), (Keys{"2023 1", "2024 3"}));
  request.facets[0].step = DateStep::kDay;
  request.facets[0].limit = 2;
  results = search(request);
  EXPECT_EQ(values(results.facets[0]), (Keys{"2024-08-15 0", "2024-08-16 1"}));
  EXPECT_EQ(results.facets[0].distinct, 49U) << "with the days on which nothing was published";
}

TEST_F(EngineTest, SortsByDateWithUndatedArticlesLast) {
  SearchRequest request{.text = "*", .sort = SortOrder::kNewest};
  EXPECT_THAT(ids(search(request)), ElementsAre("a", "b", "c", "d", "e"));
  request.sort = SortOrder::kOldest;
  EXPECT_THAT(ids(search(request)), ElementsAre("d", "c", "b", "a", "e"));
  request.offset = 1, request.limit = 2;
  const auto page = search(request);
  EXPECT_THAT(ids(page), ElementsAre("c", "b"));
  EXPECT_EQ(page.hits[0].rank, 2U);
  request.offset = 1ULL << 40;
  EXPECT_THAT(ids(search(request)), IsEmpty());
}

TEST_F(EngineTest, TitleWeighsMoreThanText) {
  archive_.put({{.key = "t1", .title = "Zebra", .text = "An animal was seen in the park today."},
                {.key = "t2", .title = "Park", .text = "An animal was seen, a zebra, in the park."}});
  EXPECT_THAT(ids(search("zebra")), ElementsAre("t1", "t2"));
}

TEST_F(EngineTest, NamesThatNobodyHasGiveANoteAndNoMatch) {
  const auto results = search("person:nobody");
  EXPECT_EQ(results.matched, 0U);
  EXPECT_THAT(results.notes, ElementsAre(HasSubstr("no person in this archive")));
}

TEST_F(EngineTest, CountriesAreFoundByPlaceAndByCountryButNotByThePlaceItself) {
  archive_.put({{.key = "named", .title = "T", .text = "x", .places = {"Qatar"}, .countries = {"Qatar"}},
                {.key = "town", .title = "T", .text = "x", .places = {"Doha"}, .countries = {"Qatar"}},
                {.key = "people", .title = "T", .text = "x", .countries = {"Qatar", "Egypt"}},
                {.key = "like", .title = "T", .text = "x", .places = {"Qatar Street"}}});
  const Keys all = {"named", "people", "town"};
  EXPECT_EQ(found("place:Qatar"), all);
  EXPECT_EQ(found("country:qatar"), all);
  EXPECT_EQ(found("place:=Qatar"), (Keys{"named"}));
  EXPECT_EQ(found("place:Egypt"), (Keys{"people"})) << "no place of that name is needed";
  EXPECT_THAT(search("place:Qatar").notes, ElementsAre(HasSubstr("place:=Qatar does not")));
  EXPECT_THAT(search("place:=Qatar").notes, IsEmpty());
  EXPECT_THAT(search("place:=Egypt").notes, ElementsAre(HasSubstr("no place in this archive")));

  SearchRequest request{.text = "*", .selections = {{FacetKind::kPlace, "Qatar"}}, .facets = {}};
  request.facets = {{.kind = FacetKind::kCountry}};
  const auto selected = search(request);
  EXPECT_EQ(selected.matched, 3U);
  EXPECT_EQ(values(selected.facets[0]), (Keys{"Qatar 3*", "Egypt 1"}));
  request.selections = {{FacetKind::kPlace, "=Qatar"}};
  EXPECT_EQ(search(request).matched, 1U);
  request.selections = {{FacetKind::kCountry, "Qatar"}, {FacetKind::kPlace, "Doha"}};
  EXPECT_EQ(ids(search(request)), (Keys{"town"}));
}

TEST_F(EngineTest, AnExactNameIsNotAPartOfOthers) {
  archive_.put({{.key = "f", .title = "T", .text = "x", .people = {"Biden"}}});
  EXPECT_EQ(found("person:=Biden"), (Keys{"f"}));
  EXPECT_EQ(found("person:=\"Joe Biden\""), (Keys{"a", "b"}));
  EXPECT_THAT(found("person:=Joe"), IsEmpty());
}

TEST_F(EngineTest, NamesOfSeveralGiveANoteThatListsThem) {
  archive_.put({{.key = "f", .title = "T", .text = "x", .people = {"Hunter Biden"}}});
  const auto results = search("person:biden");
  EXPECT_EQ(results.matched, 3U);
  EXPECT_THAT(results.notes, ElementsAre(HasSubstr("stands for 2 people: ")));
}

TEST_F(EngineTest, MergedEntitiesCountOnceAndAreFoundByEitherName) {
  archive_.put({{.key = "f", .title = "T", .text = "x", .people = {"Joe Biden", "Joseph Biden"}},
                {.key = "g", .title = "T", .text = "x", .people = {"Joseph Biden"}}});
  archive_.merge(FacetKind::kPerson, "Joseph Biden", "Joe Biden");
  EXPECT_EQ(found("person:\"Joseph Biden\""), (Keys{"a", "b", "f", "g"}));
  EXPECT_EQ(found("person:\"Joe Biden\""), (Keys{"a", "b", "f", "g"}));
  const auto results = search({.text = "*", .selections = {}, .facets = {{.kind = FacetKind::kPerson}}});
  EXPECT_EQ(values(results.facets[0]), (Keys{"Joe Biden 4", "Ann Lee 1"}));
  const auto article = engine_->show("f");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->entities.size(), 1U);
}

TEST_F(EngineTest, RejectedEntitiesAreCountedFoundAndShownNowhereAndSelectionsSaySo) {
  const std::vector<Correction> rejection = {
      {.operation = CorrectionOperation::kReject, .entity = {FacetKind::kPerson, "Joe Biden"}}};
  ASSERT_TRUE(archive_.catalog().begin());
  ASSERT_TRUE(archive_.catalog().add_corrections(rejection));
  ASSERT_TRUE(archive_.catalog().commit());
  const auto results = search({.text = "*", .selections = {}, .facets = {{.kind = FacetKind::kPerson}}});
  EXPECT_EQ(values(results.facets[0]), (Keys{"Ann Lee 1"}));
  EXPECT_EQ(found("person:biden"), Keys{});
  const auto named = search("person:\"joe biden\"");
  EXPECT_EQ(named.matched, 0U);
  EXPECT_THAT(named.notes, ElementsAre(HasSubstr("was rejected")));
  const auto selected = search({.text = "*", .selections = {{FacetKind::kPerson, "Joe Biden"}}});
  EXPECT_EQ(selected.matched, 0U);
  EXPECT_THAT(selected.notes, ElementsAre(HasSubstr("was rejected")));
  const auto article = engine_->show("b");
  ASSERT_TRUE(article);
  ASSERT_EQ(article->entities.size(), 1U);
  EXPECT_EQ(article->entities[0].name, "Cairo");
}

TEST_F(EngineTest, SnippetShowsTheWordsThatMatched) {
  const auto results = search("cairo");
  ASSERT_EQ(results.hits.size(), 1U);
  const Snippet& snippet = results.hits[0].snippet;
  ASSERT_EQ(snippet.highlights.size(), 1U);
  const TextSpan span = snippet.highlights[0];
  EXPECT_EQ(snippet.text.substr(span.begin, span.end - span.begin), "Cairo");
}

TEST_F(EngineTest, AnOpenEngineSeesNewCommitsAndNewGenerations) {
  EXPECT_EQ(found("volcano"), Keys{});
  archive_.put({{.key = "v", .title = "Volcano", .text = "It erupts."}});
  EXPECT_EQ(found("volcano"), (Keys{"v"}));
  archive_.rebuild();
  EXPECT_EQ(found("volcano"), (Keys{"v"}));
  archive_.put({{.key = "v", .title = "Mountain", .text = "It sleeps."}});
  archive_.put({{.key = "w", .title = "Valley", .text = "It is wide."}});
  EXPECT_EQ(found("volcano"), Keys{});
  archive_.remove({"v", "w"});
  EXPECT_EQ(found("mountain OR valley"), Keys{});
}

TEST_F(EngineTest, AnArticleThatTheCatalogHasJustLostIsLeftOut) {
  archive_.run_sql("DELETE FROM articles WHERE key = 'a'");
  const auto results = search("doha");
  EXPECT_THAT(ids(results), ElementsAre("e"));
}

TEST_F(EngineTest, ShowGivesTheArticleWithItsEvidence) {
  const auto article = engine_->show("a");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->published, "2024-08-16");
  const auto biden = std::find_if(article->entities.begin(), article->entities.end(),
                                  [](const ViewedEntity& entity) { return entity.name == "Joe Biden"; });
  ASSERT_NE(biden, article->entities.end());
  ASSERT_EQ(biden->mentions.size(), 1U);
  EXPECT_EQ(article->article.text.substr(biden->mentions[0].begin, 9), "Joe Biden");
  EXPECT_EQ(engine_->show("nothing").error().code, ErrorCode::kNotFound);
}

TEST_F(EngineTest, WrongQueriesAreErrorsWithAPosition) {
  const auto results = engine_->search({.text = "gaza \"open"});
  ASSERT_FALSE(results);
  EXPECT_EQ(results.error().code, ErrorCode::kQuery);
  EXPECT_TRUE(results.error().position.has_value());
  EXPECT_EQ(engine_->search({.text = "*", .date_filter = "2024-13"}).error().code, ErrorCode::kQuery);
}

TEST(Engine, AnArchiveWithoutArticlesMatchesNothing) {
  TestArchive archive;
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine);
  const auto results =
      engine->search({.text = "gaza", .facets = {{.kind = FacetKind::kPerson}, {.kind = std::nullopt}}});
  ASSERT_TRUE(results);
  EXPECT_EQ(results->matched, 0U);
  EXPECT_EQ(results->facets.size(), 2U);
}

TEST(Engine, SaysThatThereIsNoArchive) {
  EXPECT_EQ(Engine::open({.folder = "/nonexistent/archive"}).error().code, ErrorCode::kArchiveMissing);
}

ErrorCode code_of_open(const TestArchive& archive) {
  const auto engine = Engine::open(archive.paths());
  return engine ? ErrorCode{} : engine.error().code;
}

TEST(Engine, RefusesAnIndexOfAnotherArchive) {
  TestArchive archive, other;
  archive.put(news());
  other.put(news());
  std::filesystem::remove_all(archive.paths().xapian());
  for (const auto& entry : std::filesystem::directory_iterator(other.paths().folder)) {
    if (entry.path().filename().string().starts_with("catalog")) continue;
    std::filesystem::copy(entry.path(), archive.paths().folder + "/" + entry.path().filename().string(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  }
  EXPECT_EQ(code_of_open(archive), ErrorCode::kArchiveDamaged);
}

TEST(Engine, RefusesOtherTextAnalysisAndAnOlderCatalog) {
  TestArchive archive;
  archive.put(news());
  archive.run_sql("UPDATE meta SET value = 'german' WHERE name = 'language'");
  EXPECT_EQ(code_of_open(archive), ErrorCode::kArchiveVersion);
  archive.run_sql("UPDATE meta SET value = 'english' WHERE name = 'language'");
  EXPECT_EQ(code_of_open(archive), ErrorCode{});
  archive.run_sql("DELETE FROM change_log WHERE seq > 2; UPDATE sqlite_sequence SET seq = 2 WHERE name = 'change_log'");
  EXPECT_EQ(code_of_open(archive), ErrorCode::kArchiveDamaged);
}

TEST(Engine, MissingOrCutFilesAreDamageWithAHintToRebuild) {
  for (const char* name : {"entities", "tokens", "lexicon"}) {
    for (const bool cut : {false, true}) {
      TestArchive archive;
      archive.put(news());
      for (const auto& entry : std::filesystem::directory_iterator(archive.paths().folder)) {
        const std::string file = entry.path().filename().string();
        if (!file.starts_with(name) || !file.ends_with(".data")) continue;
        if (cut)
          std::filesystem::resize_file(entry.path(), 1);
        else
          std::filesystem::remove(entry.path());
      }
      const auto engine = Engine::open(archive.paths());
      ASSERT_FALSE(engine) << name;
      EXPECT_EQ(engine.error().code, ErrorCode::kArchiveDamaged) << name << engine.error().message;
      EXPECT_THAT(engine.error().hint, HasSubstr("rebuild"));
    }
  }
  TestArchive archive;
  archive.put(news());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(archive.paths().xapian())) {
    if (entry.path().extension() == ".glass") std::filesystem::remove(entry.path());
  }
  EXPECT_EQ(code_of_open(archive), ErrorCode::kArchiveDamaged);
}

}  // namespace
}  // namespace dateline
