// Profiles and mentions on small archives whose answers can be seen by eye.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "query/engine/standing_entities.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestArchive;
using testing::TestArticle;

std::vector<TestArticle> news() {
  return {
      {.key = "a",
       .title = "Talks",
       .text = "Joe Biden spoke in Doha. Hamas answered Joe Biden. Joe Biden left.",
       .published = "2024-08-16",
       .people = {"Joe Biden"},
       .places = {"Doha"},
       .organizations = {"Hamas"}},
      {.key = "b",
       .title = "Calls",
       .text = "Biden rang Ann Lee.",
       .published = "2024-06",
       .people = {"Biden", "Ann Lee"}},
      {.key = "c", .title = "Shop", .text = "Hunter Biden sold paint.", .people = {"Hunter Biden"}},
      {.key = "d",
       .title = "Home",
       .text = "Joe Biden slept. Doha did not.",
       .published = "2023-01-02",
       .people = {"Joe Biden"},
       .places = {"Doha"}},
      {.key = "e",
       .title = "List",
       .text = "Nobody is named here.",
       .published = "2024-09-01",
       .people = {"Joe Biden"}},
      {.key = "f", .title = "Chase", .text = "Chase paid Chase.", .people = {"Chase"}, .organizations = {"Chase"}},
  };
}

class EntityTest : public ::testing::Test {
 protected:
  void SetUp() override { archive_.put(news()); }
  EntityProfile profile(const std::string& name, std::optional<FacetKind> kind = std::nullopt) {
    return profile(ProfileRequest{.entity = {name, kind}});
  }
  EntityProfile profile(const ProfileRequest& request) {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine);
    auto made = engine->profile(request);
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : EntityProfile{};
  }
  MentionList mentions(MentionRequest request) {
    auto engine = Engine::open(archive_.paths());
    EXPECT_TRUE(engine);
    auto made = engine->mentions(request);
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : MentionList{};
  }
  static std::vector<std::string> places(const MentionList& list) {
    std::vector<std::string> out;
    for (const Citation& citation : list.citations) {
      out.push_back(concat({citation.article->id, " ", std::to_string(citation.mention.begin), " ", citation.text}));
    }
    return out;
  }
  std::string chosen(const std::string& name, std::optional<FacetKind> kind = std::nullopt) {
    const EntityChoice choice = profile(name, kind).choice;
    if (!choice.chosen) return concat({"any of ", std::to_string(choice.fitting)});
    return concat({name_of(kind_of(choice.chosen->facet)), " ", choice.chosen->name, " ",
                   std::to_string(choice.chosen->articles)});
  }

  TestArchive archive_;
};

TEST_F(EntityTest, ANameIsChosenWhereItIsClearWhoIsMeant) {
  const struct {
    std::string name;
    std::optional<FacetKind> kind;
    std::string expected;
  } cases[] = {
      {"Joe Biden", {}, "person Joe Biden 3"},
      {"JOE  BIDEN", {}, "person Joe Biden 3"},
      {"hamas", {}, "organization Hamas 1"},
      {"joe", {}, "person Joe Biden 3"},
      {"hunter", {}, "person Hunter Biden 1"},
      {"Biden", {}, "person Biden 1"},  // the one of this own name; no other has it for an alias
      {"Chase", {}, "any of 2"},
      {"Chase", FacetKind::kPerson, "person Chase 1"},
      {"org:Chase", {}, "organization Chase 1"},
      {"organization: Chase", {}, "organization Chase 1"},
      {"Hamas", FacetKind::kPerson, "any of 0"},
      {"=Joe Biden", {}, "person Joe Biden 3"},
      {"=Joe", {}, "any of 0"},
      {"=0", {}, "any of 0"},
      {"=4000000000", {}, "any of 0"},
      {"=99999999999999999999", {}, "any of 0"},
      {"nobody of this name", {}, "any of 0"},
  };
  for (const auto& example : cases) EXPECT_EQ(chosen(example.name, example.kind), example.expected) << example.name;
}

TEST_F(EntityTest, OfSeveralWithOneAliasNobodyIsChosenUnlessFourFifthsAreAboutThem) {
  auto& catalog = archive_.catalog();
  ASSERT_TRUE(catalog.begin());
  for (const char* name : {"Joe Biden", "Hunter Biden"}) {
    ASSERT_TRUE(catalog.add_alias(*catalog.intern_facet(FacetKind::kPerson, name), "The Big Guy"));
  }
  ASSERT_TRUE(catalog.commit());
  const EntityChoice several = profile("the big guy").choice;
  EXPECT_FALSE(several.chosen);
  ASSERT_EQ(several.others.size(), 2U);
  EXPECT_EQ(several.others[0].name, "Joe Biden");
  EXPECT_EQ(several.others[0].articles, 3U);
  archive_.put({{.key = "g", .title = "G", .text = "Joe Biden.", .people = {"Joe Biden"}}});
  const EntityChoice clear = profile("the big guy").choice;
  ASSERT_TRUE(clear.chosen);
  EXPECT_EQ(clear.chosen->name, "Joe Biden");
  ASSERT_EQ(clear.others.size(), 1U);
  EXPECT_EQ(clear.others[0].name, "Hunter Biden");
  EXPECT_EQ(clear.fitting, 2U);
}

TEST_F(EntityTest, AMistypedNameGivesSuggestions) {
  for (const char* typed : {"Jo Biden", "joe bidden", "Joe Bidne"}) {
    const EntityChoice choice = profile(typed).choice;
    EXPECT_EQ(choice.fitting, 0U);
    ASSERT_EQ(choice.suggestions.size(), 1U) << typed;
    EXPECT_EQ(choice.suggestions[0].name, "Joe Biden");
    EXPECT_EQ(choice.suggestions[0].articles, 3U);
  }
  EXPECT_THAT(profile("Xyzzy").choice.suggestions, IsEmpty());
  EXPECT_THAT(profile("\xF0\x9F\x98\x80").choice.suggestions, IsEmpty());
}

TEST_F(EntityTest, AnIdNamesTheEntityAlsoAfterAMerge) {
  const FacetId biden = *archive_.catalog().facet_of_key(FacetKind::kPerson, "biden");
  archive_.merge(FacetKind::kPerson, "Biden", "Joe Biden");
  EXPECT_EQ(chosen(concat({"=", std::to_string(biden)})), "person Joe Biden 4");
  EXPECT_EQ(chosen("biden"), "person Joe Biden 4");
}

TEST_F(EntityTest, AProfileHasDatesNamesCompanyAndEvidence) {
  const EntityProfile biden = profile("Joe Biden");
  EXPECT_EQ(biden.articles, 3U);
  EXPECT_EQ(biden.undated, 0U);
  EXPECT_EQ(biden.first, "2023-01-02");
  EXPECT_EQ(biden.last, "2024-09-01");
  ASSERT_EQ(biden.names.size(), 1U);
  EXPECT_EQ(biden.names[0].text, "Joe Biden");
  EXPECT_EQ(biden.names[0].mentions, 4U);
  EXPECT_EQ(biden.names[0].articles, 2U);
  EXPECT_EQ(biden.names_from, 3U);
  ASSERT_EQ(biden.facets.size(), 4U);
  EXPECT_THAT(biden.facets[0].values, IsEmpty());
  EXPECT_EQ(biden.facets[0].distinct, 0U);  // itself left out
  ASSERT_EQ(biden.facets[1].values.size(), 1U);
  EXPECT_EQ(biden.facets[1].values[0].name, "Doha");
  EXPECT_EQ(biden.facets[1].values[0].count, 2U);
  std::string months;
  for (const FacetValue& month : biden.facets[3].values)
    months += concat({month.name, " ", std::to_string(month.count), " "});
  EXPECT_EQ(months, "2023-01 1 2024-08 1 2024-09 1 ");
  std::vector<std::string> sentences;
  for (const Citation& citation : biden.newest) sentences.push_back(citation.passage.text);
  EXPECT_THAT(sentences, ElementsAre("Joe Biden spoke in Doha.", "Hamas answered Joe Biden.", "Joe Biden slept."));
}

TEST_F(EntityTest, AProfileIsAsLargeAsWasAsked) {
  ProfileRequest request{.entity = {"Joe Biden"}, .names_from = 2, .companions = 0, .newest = 1};
  const EntityProfile small = profile(request);
  EXPECT_EQ(small.names_from, 2U);
  EXPECT_EQ(small.names[0].mentions, 3U);  // the newest two: one of them only in the publisher's list
  EXPECT_THAT(small.facets[1].values, IsEmpty());
  EXPECT_EQ(small.facets[1].distinct, 1U);
  EXPECT_EQ(small.newest.size(), 2U);
  request.names_from = request.newest = 0;
  const EntityProfile none = profile(request);
  EXPECT_THAT(none.names, IsEmpty());
  EXPECT_THAT(none.newest, IsEmpty());
}

TEST_F(EntityTest, AProfileTellsWhatWasMergedAndByWhom) {
  archive_.merge(FacetKind::kPerson, "Biden", "Joe Biden");
  archive_.merge(FacetKind::kPerson, "Hunter Biden", "Joe Biden");
  archive_.run_sql("UPDATE facet_values SET merged_by = 1 WHERE name = 'Hunter Biden'");
  const EntityProfile biden = profile("Joe Biden");
  EXPECT_EQ(biden.articles, 5U);
  EXPECT_EQ(biden.undated, 1U);
  EXPECT_EQ(biden.merged_count, 2U);
  ASSERT_EQ(biden.merged.size(), 2U);
  EXPECT_EQ(biden.merged[0].name, "Hunter Biden");
  EXPECT_TRUE(biden.merged[0].by_person);
  EXPECT_EQ(biden.merged[1].name, "Biden");
  EXPECT_FALSE(biden.merged[1].by_person);
  ASSERT_EQ(biden.names.size(), 3U);
  EXPECT_EQ(biden.facets[0].values[0].name, "Ann Lee");
}

TEST_F(EntityTest, AProfileHasTheTitlesOfAllThatWasMergedOnceEachAndNoCourtesies) {
  Catalog& catalog = archive_.catalog();
  ASSERT_TRUE(catalog.begin());
  const FacetId joe = *catalog.intern_facet(FacetKind::kPerson, "Joe Biden");
  const FacetId biden = *catalog.intern_facet(FacetKind::kPerson, "Biden");
  for (const std::string title : {"PRESIDENT", "President", "Vice-President", "Mr."}) {
    ASSERT_TRUE(catalog.add_title(joe, title));
    ASSERT_TRUE(catalog.add_title(joe, title)) << "twice is once";
  }
  ASSERT_TRUE(catalog.add_title(biden, "Senator"));
  ASSERT_TRUE(catalog.add_title(biden, "President"));
  ASSERT_TRUE(catalog.commit());
  archive_.merge(FacetKind::kPerson, "Biden", "Joe Biden");
  EXPECT_EQ(profile("Joe Biden").titles, (std::vector<std::string>{"President", "Senator", "Vice-President"}));
  EXPECT_TRUE(profile("Ann Lee").titles.empty());
}

TEST_F(EntityTest, AProfileOfAPlaceSaysWhereItIs) {
  archive_.run_sql(
      "UPDATE facet_values SET country = 'QA', latitude = 25.28545, longitude = 51.53096, external_id = 'Q3861'"
      " WHERE name = 'Doha'");
  const EntityProfile doha = profile("Doha");
  EXPECT_EQ(doha.country, "QA");
  EXPECT_EQ(doha.external_id, "Q3861");
  ASSERT_TRUE(doha.coordinates);
  EXPECT_DOUBLE_EQ(doha.coordinates->latitude, 25.28545);
  EXPECT_FALSE(profile("Joe Biden").coordinates);
}

TEST_F(EntityTest, RejectedValuesAreNobody) {
  archive_.run_sql("UPDATE facet_values SET rejected = 1 WHERE name = 'Hamas'");
  const EntityProfile hamas = profile("Hamas");
  EXPECT_FALSE(hamas.choice.chosen);
  EXPECT_TRUE(hamas.choice.rejected);
  EXPECT_EQ(mentions({.entity = {"Hamas"}}).mentions, 0U);
}

TEST_F(EntityTest, MentionsAreTheNewestFirstWithTheirBytes) {
  const MentionList all = mentions({.entity = {"Joe Biden"}});
  EXPECT_EQ(all.mentions, 4U);
  EXPECT_EQ(all.articles, 3U);
  EXPECT_EQ(all.articles_tagged, 1U);
  EXPECT_THAT(places(all), ElementsAre("a 0 Joe Biden", "a 40 Joe Biden", "a 51 Joe Biden", "d 0 Joe Biden"));
  EXPECT_THAT(places(mentions({.entity = {"Joe Biden"}, .sort = SortOrder::kOldest, .limit = 2})),
              ElementsAre("d 0 Joe Biden", "a 0 Joe Biden"));
}

TEST_F(EntityTest, MentionsComeInPagesThatCutArticles) {
  std::vector<std::string> all;
  for (std::uint64_t offset = 0; offset < 6; ++offset) {
    const MentionList page = mentions({.entity = {"Joe Biden"}, .offset = offset, .limit = 1});
    EXPECT_EQ(page.mentions, 4U);
    for (const std::string& place : places(page)) all.push_back(place);
  }
  EXPECT_EQ(all, places(mentions({.entity = {"Joe Biden"}, .limit = UINT64_MAX})));
  EXPECT_THAT(places(mentions({.entity = {"Joe Biden"}, .offset = UINT64_MAX, .limit = UINT64_MAX})), IsEmpty());
  EXPECT_EQ(mentions({.entity = {"Joe Biden"}, .limit = 0}).mentions, 4U);
}

TEST_F(EntityTest, MentionsCanBeThoseInArticlesThatMatchAQuery) {
  EXPECT_THAT(places(mentions({.entity = {"Joe Biden"}, .text = "slept"})), ElementsAre("d 0 Joe Biden"));
  EXPECT_THAT(places(mentions({.entity = {"Doha"}, .text = "org:hamas"})), ElementsAre("a 19 Doha"));
  EXPECT_THAT(places(mentions({.entity = {"Joe Biden"}, .text = "date:2024"})).size(), 3U);
  EXPECT_EQ(mentions({.entity = {"Joe Biden"}, .text = "volcano"}).articles, 0U);
  EXPECT_THAT(places(mentions({.entity = {"Ann Lee"}, .text = "person:biden"})), ElementsAre("b 11 Ann Lee"));
  auto engine = Engine::open(archive_.paths());
  const auto wrong = engine->mentions({.entity = {"Joe Biden"}, .text = "(("});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kQuery);
}

TEST_F(EntityTest, MentionsOfMergedEntitiesStandTogetherInTheOrderOfTheText) {
  archive_.put({{.key = "h",
                 .title = "H",
                 .text = "Biden and Joe Biden and Biden.",
                 .published = "2025",
                 .people = {"Joe Biden", "Biden"}}});
  archive_.merge(FacetKind::kPerson, "Biden", "Joe Biden");
  const MentionList all = mentions({.entity = {"Joe Biden"}, .limit = 4});
  // The fixture finds "Biden" in "Joe Biden" too.
  EXPECT_THAT(places(all), ElementsAre("h 0 Biden", "h 10 Joe Biden", "h 14 Biden", "h 24 Biden"));
}

// One article's Baker is James, another's is Howard: no merge could say that.
TEST_F(EntityTest, AttachedNamesAreEvidenceOfWhomTheyMeanInTheirArticle) {
  archive_.put(
      {{.key = "j", .title = "J", .text = "Baker spoke.", .published = "2024", .people = {"Baker"}},
       {.key = "k", .title = "K", .text = "Baker slept.", .published = "2024", .people = {"Baker"}},
       {.key = "l", .title = "L", .text = "James Baker left.", .published = "2023", .people = {"James Baker"}}});
  auto& catalog = archive_.catalog();
  ASSERT_TRUE(catalog.begin());
  const FacetId baker = *catalog.intern_facet(FacetKind::kPerson, "Baker");
  const FacetId james = *catalog.intern_facet(FacetKind::kPerson, "James Baker");
  const Attachment attachment{.from = baker, .into = james};
  const auto article = catalog.find_article("j");
  ASSERT_TRUE(catalog.attach((*article)->article, std::span(&baker, 1), std::span(&attachment, 1)));
  ASSERT_TRUE(catalog.commit());
  archive_.rebuild();
  EXPECT_THAT(places(mentions({.entity = {"James Baker"}})), ElementsAre("j 0 Baker", "l 0 James Baker"));
  EXPECT_THAT(places(mentions({.entity = {"=Baker"}})), ElementsAre("k 0 Baker"));
  EXPECT_EQ(profile("James Baker").names.size(), 2U);
  auto engine = Engine::open(archive_.paths());
  const auto shown = engine->show("j");
  ASSERT_TRUE(shown);
  ASSERT_EQ(shown->entities.size(), 1U);
  EXPECT_EQ(shown->entities[0].name, "James Baker");
}

TEST_F(EntityTest, NamesAndKindsThatCannotBeAreWrongUsage) {
  auto engine = Engine::open(archive_.paths());
  for (const EntityAsk& ask :
       {EntityAsk{" "}, EntityAsk{"="}, EntityAsk{"person:"}, EntityAsk{"CNN", FacetKind::kSource}}) {
    EXPECT_EQ(engine->profile({.entity = ask}).error().code, ErrorCode::kUsage) << ask.name;
  }
}

TEST(Entities, OfAnArchiveWithoutArticlesAreNobody) {
  const TestArchive archive;
  auto engine = Engine::open(archive.paths());
  const auto nobody = engine->profile({.entity = {"Joe Biden"}});
  ASSERT_TRUE(nobody);
  EXPECT_EQ(nobody->choice.fitting, 0U);
}

TEST(StandingEntities, FollowAttachmentsThenMergesAndLeaveOutTheRejected) {
  const FacetMerge merges[] = {{8, 16}, {40, 0}};
  const FacetRemap remap(merges);
  const Attachment attached[] = {{24, 8}, {32, 40}};
  const std::vector<ResolvedEntity> entities = {
      {16, {{30, 35}}}, {24, {{2, 5, true}, {10, 15}}}, {32, {{50, 55}}}, {40, {{60, 65}}}, {48, {{70, 75}}}};
  const auto standing = standing_entities(entities, attached, remap);
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].facet, 16U);
  const std::vector<Mention> expected = {{2, 5, true}, {10, 15}, {30, 35}};
  EXPECT_EQ(standing[0].mentions, expected);
  EXPECT_EQ(standing[1].facet, 48U);
  EXPECT_EQ(mentions_of(16, entities, attached, remap), expected);
  EXPECT_THAT(mentions_of(40, entities, attached, remap), IsEmpty());
}

}  // namespace
}  // namespace dateline
