// Each feature of the query language on a few articles whose answers can be seen by eye.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TestArchive;
using testing::TestArticle;

using Keys = std::vector<std::string>;

std::vector<TestArticle> news() {
  return {
      {.key = "a",
       .title = "Elections in Pakistan",
       .text = "Joe Biden met Ann Lee in Gaza. The colour of the ceasefire talks was grey.",
       .published = "2024-08-16",
       .source = "CNN",
       .people = {"Joe Biden", "Ann Lee"},
       .places = {"Gaza"},
       .url = "https://a.org/1"},
      {.key = "b",
       .title = "Cease-fire near",
       .text = "Joe Biden spoke. Later Ann Lee spoke of the electorate, and of color.",
       .published = "2024-08",
       .source = "BBC",
       .people = {"Joe Biden", "Ann Lee"}},
      {.key = "c",
       .title = "Guns silent",
       .text = "One two three four five six seven eight nine ten. Hezbollah and Škoda, Hizbollah.",
       .published = "2023-01-02",
       .source = "Reuters",
       .organizations = {"Hezbollah"}},
      {.key = "d", .title = "Gaza", .text = "Gaza Gaza truce."},
  };
}

class LanguageTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put(news());
    auto opened = Engine::open(archive_.paths());
    ASSERT_TRUE(opened) << opened.error().message;
    engine_ = std::make_unique<Engine>(std::move(*opened));
  }

  SearchResults search(const SearchRequest& request) {
    auto results = engine_->search(request);
    EXPECT_TRUE(results) << request.text << ": " << results.error().message;
    return results ? std::move(*results) : SearchResults{};
  }
  Keys found(const std::string& text) {
    Keys out;
    const SearchResults results = search({.text = text});
    for (const Hit& hit : results.hits) out.push_back(hit.id);
    EXPECT_EQ(out.size(), results.matched) << text;
    std::sort(out.begin(), out.end());
    return out;
  }
  void expect(const std::vector<std::pair<std::string, Keys>>& cases) {
    for (const auto& [query, keys] : cases) EXPECT_EQ(found(query), keys) << query;
  }

  TestArchive archive_;
  std::unique_ptr<Engine> engine_;
};

TEST_F(LanguageTest, WildcardsMatchWordsAsTheyAreWritten) {
  expect({{"elect*", {"a", "b"}},
          {"election*", {"a"}},
          {"h?zbollah", {"c"}},
          {"*stan", {"a"}},
          {"p*k*n", {"a"}},
          {"SKO*", {"c"}},
          {"škod*", {"c"}},
          {"cease-fir*", {"a", "b"}},  // also of words that a hyphen joins
          {"title:elect*", {"a"}},
          {"title:*fire", {"b"}},
          {"title:ceasefir*", {"b"}},
          {"zz*", {}},
          {"elect* -pakistan", {"b"}}});
  EXPECT_THAT(search({.text = "zz*"}).notes, ElementsAre("no word of this archive matches zz*"));
}

TEST_F(LanguageTest, FuzzyWordsMayDifferByAFewLetters) {
  expect({{"gazza~1", {"a", "d"}},
          {"gaaz~1", {"a", "d"}},
          {"hezbolah~", {"c"}},
          {"xazza~1", {}},
          {"xazza~2", {"a", "d"}},
          {"skda~1", {"c"}},
          {"title:elecsion~2", {"a"}}});
}

TEST_F(LanguageTest, RegularExpressionsMatchWholeWords) {
  expect({{"/colou?r/", {"a", "b"}},
          {"/olour/", {}},
          {"/h[ei]zbollah/", {"c"}},
          {"/.*STAN|truce/", {"a", "d"}},
          {"title:/g.*/", {"c", "d"}}});
  const auto wrong = engine_->search({.text = "gaza /a(b/"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kQuery);
  EXPECT_EQ(wrong.error().position, (TextSpan{5, 10}));
}

TEST_F(LanguageTest, WordsNearEachOtherLieWithinAStretch) {
  expect({{"one NEAR/8 ten", {"c"}},
          {"one NEAR/7 ten", {}},
          {"ten NEAR/8 one", {"c"}},
          {"\"nine hezbollah\"~1", {"c"}},  // sentences may end between them
          {"\"silent one\"~50", {}},        // the title is a stretch of its own
          {"\"one five ten\"~7", {"c"}},
          {"\"one five ten\"~6", {}},
          {"(ten OR truce) NEAR/3 (gaza OR hezbollah)", {"c", "d"}},
          {"\"four five\" NEAR/0 six", {"c"}},
          {"\"gaza gaza gaza\"~5", {}},
          {"\"gaza gaza\"~5", {"d"}},
          {"cease-fire NEAR/2 talks", {"a"}},
          {"title:\"pakistan elections\"~1", {"a"}},
          {"title:(one NEAR/8 ten)", {}}});
}

TEST_F(LanguageTest, TogetherIsOneSentence) {
  expect({{"person:biden person:lee", {"a", "b"}},
          {"together(person:biden, person:lee)", {"a"}},
          {"together(person:biden, spoke)", {"b"}},
          {"together(person:lee, electorate OR truce, color)", {"b"}},
          {"together(person:lee, \"the electorate\")", {"b"}},
          {"together(ceasefire, talks)", {"a"}},
          {"together(ceasefire, biden)", {}},
          {"together(pakistan, the elections)", {"a"}},  // the title is a sentence
          {"together(guns, hezbollah)", {}},
          {"together(person:nobody, gaza)", {}}});
}

TEST_F(LanguageTest, DatesCountFromToday) {
  expect({{"date:..yesterday", {"a", "b", "c"}}, {"date:last 2 weeks", {}}, {"date:50y..", {"a", "b", "c"}}});
}

TEST_F(LanguageTest, LengthsAndWhatArticlesHave) {
  expect({{"words:..4", {"d"}},
          {"words:4", {"d"}},
          {"words:5..", {"a", "b", "c"}},
          {"has:person", {"a", "b"}},
          {"has:org", {"c"}},
          {"-has:source", {"d"}},
          {"has:date gaza", {"a"}},
          {"has:url", {"a"}},
          {"has:title", {"a", "b", "c", "d"}},
          {"place:*", {"a"}}});
}

// Xapian 1.4.22 finds one thing or another where an AND_MAYBE stands below the right side of an AND_NOT.
TEST_F(LanguageTest, ExcludedPatternsHaveNoWeight) {
  expect({{"-(elect* color)", {"a", "c", "d"}}, {"gaza -(elect* colour)", {"d"}}, {"gaza -(tru?e gaza~1)", {"a"}}});
  const auto asked = [this](const char* query) { return engine_->explain({.search = {.text = query}})->index_query; };
  EXPECT_THAT(asked("elect* color"), HasSubstr("AND_MAYBE"));
  EXPECT_THAT(asked("gaza -(elect* color) -(colo?r OR (a* /b.*/))"), Not(HasSubstr("AND_MAYBE")));
  EXPECT_THAT(asked("gaza -hamas elect*"), HasSubstr("AND_MAYBE"));
}

TEST_F(LanguageTest, ConditionsAloneAskNothingOfArticlesThatAreGone) {
  archive_.put({news().front()});
  archive_.remove({"d"});
  expect({{"has:date has:url", {"a"}},
          {"has:source has:title has:url", {"a"}},
          {"date:2023.. has:title", {"a", "b", "c"}}});
}

TEST_F(LanguageTest, FieldsBelongToWholeGroups) {
  expect({{"source:(cnn OR reuters)", {"a", "c"}},
          {"source:(-cnn)", {"b", "c", "d"}},
          {"title:(gaza OR guns)", {"c", "d"}},
          {"person:(biden AND lee) source:cnn", {"a"}}});
}

TEST_F(LanguageTest, SimilarArticlesAreAPartOfAQuery) {
  EXPECT_THAT(search({.text = "similar:nosuch"}).notes, ElementsAre(HasSubstr("no article has the id 'nosuch'")));
  EXPECT_THAT(found("similar:a similar:nosuch"), IsEmpty());
}

TEST_F(LanguageTest, BoostsMultiplyWeights) {
  const auto score = [this](const std::string& text) { return search({.text = text}).hits.at(0).score; };
  const double plain = score("truce");
  EXPECT_NEAR(score("truce^3"), 3 * plain, 1e-9);
  EXPECT_NEAR(score("(truce OR nosuch)^0.5"), plain / 2, 1e-9);
  EXPECT_NEAR(score("truce^0"), 0, 1e-9);
  EXPECT_NEAR(score("person:biden^2.5"), 2.5, 1e-9);
  EXPECT_GT(score("truc*"), 0);
}

TEST_F(LanguageTest, PatternsAreHighlighted) {
  const SearchResults results = search({.text = "trucc~1"});
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.hits[0].snippet.highlights.size(), 1U);
}

TEST_F(LanguageTest, ManyPatternsAreRefused) {
  std::string many;
  for (int i = 0; i < 101; ++i) many += "a* ";
  const auto refused = engine_->search({.text = many});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().position, (TextSpan{300, 302}));
}

// A thousand and some words that all match.
TEST(LanguageBounds, APatternStandsForTheMostFrequentWords) {
  TestArchive archive;
  std::string text = "xaaaa";
  for (int i = 0; i < 1500; ++i) {
    const auto letter = [i](int by) { return static_cast<char>('a' + i / by % 26); };
    text += concat({" x", std::string{letter(676), letter(26), letter(1)}});
  }
  archive.put({{.key = "all", .title = "T", .text = text}, {.key = "one", .title = "T", .text = "xaaaa"}});
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine);
  const auto results = engine->search({.text = "x*", .facets = {{.kind = FacetKind::kSource}}});
  ASSERT_TRUE(results) << results.error().message;
  EXPECT_EQ(results->matched, 2U);
  EXPECT_FALSE(results->exact);
  EXPECT_FALSE(results->partial);
  EXPECT_FALSE(results->facets[0].exact);
  EXPECT_THAT(results->notes, ElementsAre(HasSubstr("x* stands for 1,501 words; only the 1,000 most frequent were "
                                                    "searched (xaaaa, xaaa, xaab")));
}

// However little time there is, there is an answer, and it says whether it is a part.
TEST(LanguageBounds, ATimeLimitEndsAnyQuery) {
  TestArchive archive;
  std::vector<TestArticle> many;
  for (int i = 0; i < 400; ++i) {
    many.push_back({.key = concat({"k", std::to_string(i)}),
                    .title = "Of the talks",
                    .text = "The talks of Gaza went on. A truce of the war, the end of it.",
                    .published = "2024-08-16",
                    .people = {"Ann Lee"}});
  }
  archive.put(many, IndexMode::kBulk);
  auto engine = Engine::open(archive.paths());
  ASSERT_TRUE(engine);
  std::size_t partial = 0;
  for (const char* query :
       {"talks", "talks of", "talks OR truce", "*a* OR /.*e.*/ OR together(the, of)", "\"the talks\" OR title:talks",
        "together(gaza, talks) -nosuch", "talks NEAR/3 gaza", "date:2024 words:3.. has:person", "title:t* OR date:2024",
        "-(talks NEAR/3 gaza)", "(date:2023 OR has:url) OR talks", "person:lee talks"}) {
    for (const MatchMode mode : {MatchMode::kAll, MatchMode::kAny, MatchMode::kMost}) {
      for (const std::uint32_t time : {1U, 2U, 5U}) {
        const auto results = engine->search({.text = query,
                                             .match = mode,
                                             .selections = {{FacetKind::kPerson, "Ann Lee"}},
                                             .facets = {{.kind = FacetKind::kPerson}},
                                             .timeout_ms = time});
        if (!results) {
          EXPECT_EQ(results.error().code, ErrorCode::kInterrupted) << query << ": " << results.error().message;
          continue;
        }
        EXPECT_TRUE(results->exact != results->partial) << query;
        EXPECT_LE(results->matched, 400U);
        partial += results->partial ? 1 : 0;
      }
    }
  }
  RecordProperty("partial", static_cast<int>(partial));  // how many, is the machine's business
}

}  // namespace
}  // namespace dateline
