// Which mentions are one entity, and what it is called; the publisher's names beside them; facts of places.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/entities/place_facts.h"
#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using ::testing::ElementsAre;

TEST(Resolver, GivesASurnameToThePersonOfThatName) {
  const std::string text =
      "Prime Minister Benjamin Netanyahu spoke. Mr. Netanyahu left. Netanyahu’s office was silent.";
  const auto found = extract(text);
  EXPECT_THAT(spans_of(found, text), ElementsAre("Benjamin Netanyahu: Benjamin Netanyahu|Netanyahu|Netanyahu"));
  EXPECT_THAT(found[0].aliases, ElementsAre("Netanyahu"));
}

TEST(Resolver, GivesASurnameThatComesBeforeTheFullName) {
  const std::string text = "President Biden spoke. It was the first time that Joe Biden spoke there.";
  EXPECT_THAT(spans_of(extract(text), text), ElementsAre("Joe Biden: Biden|Joe Biden"));
}

TEST(Resolver, ChoosesTheNearestOfTwoPeopleWithOneSurname) {
  const std::string text =
      "Bill Clinton spoke. Mr. Clinton smiled. Then Hillary Clinton came. Mrs. Clinton was late. Bill Clinton laughed. "
      "Clinton left.";
  EXPECT_THAT(spans_of(extract(text), text), ElementsAre("Bill Clinton: Bill Clinton|Clinton|Bill Clinton|Clinton",
                                                         "Hillary Clinton: Hillary Clinton|Clinton"));
}

TEST(Resolver, JoinsFullNamesThatDifferInTheMiddle) {
  const std::string text =
      "Sheikh Mohammed bin Jassim Al Thani came. Sheikh Mohammed bin Abdulrahman bin Jassim Al Thani spoke. Al Thani "
      "left.";
  const auto found = extract(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Mohammed bin Abdulrahman bin Jassim Al Thani");
  EXPECT_EQ(found[0].mentions.size(), 3U);
}

TEST(Resolver, JoinsAnAcronymInBracketsToItsExpansion) {
  const std::string text =
      "The Prime Minister’s Office (PMO) said so. It was the PMO that knew. The Zorb Trade Union (ZTU) and the ZTU "
      "agreed.";
  EXPECT_THAT(spans_of(extract(text), text), ElementsAre("Prime Minister’s Office: Prime Minister’s Office|PMO|PMO",
                                                         "Zorb Trade Union: Zorb Trade Union|ZTU|ZTU"));
}

TEST(Resolver, JoinsACompanyWithAndWithoutItsDesignator) {
  const std::string text = "Zorbex Corp. said that Zorbex would pay. Zorbex fell.";
  const auto found = extract(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, EntityKind::kOrganization);
}

TEST(Resolver, KeepsPlacesApartFromPeopleOfTheSameWord) {
  const auto found = extract("Evo Morales spoke. Morales left. He flew to Mexico.");
  EXPECT_THAT(names_of(found), ElementsAre("person Evo Morales", "place Mexico"));
}

TEST(WithGiven, JoinsTheSameNameOfTheSameKind) {
  const auto found = extract("Joe Biden met Hamas leaders in Paris.");
  const auto all = with_given(found, {{EntityKind::kPerson, "JOE  BIDEN"},
                                      {EntityKind::kPlace, "Joe Biden"},
                                      {EntityKind::kPlace, "usa"},
                                      {EntityKind::kPlace, "USA"},
                                      {EntityKind::kPerson, " - "}});
  EXPECT_THAT(names_of(all), ElementsAre("person Joe Biden", "organization Hamas", "place Paris", "place Joe Biden",
                                         "place United States"));
  EXPECT_EQ(all[0].mentions.size(), 1U);
  EXPECT_TRUE(all[4].mentions.empty());
}

TEST(WithGiven, JoinsNamesThatStandForAnEntityOfTheArticle) {
  const auto found = extract("James Baker met Howard Baker. Clayton Yeutter of the U.S. came later.");
  const auto all = with_given(found, {{EntityKind::kPerson, "yeutter"},
                                      {EntityKind::kPerson, "james-baker"},
                                      {EntityKind::kPerson, "baker"},  // could be either: a name of its own
                                      {EntityKind::kPlace, "usa"}});
  EXPECT_THAT(names_of(all), ElementsAre("person James Baker", "person Howard Baker", "person Clayton Yeutter",
                                         "place United States", "person baker"));
}

TEST(PlaceFacts, KnowsCountryAndCoordinatesOfCities) {
  const auto paris = place_facts("Paris");
  ASSERT_TRUE(paris);
  EXPECT_EQ(paris->country, "FR");
  EXPECT_NEAR(paris->latitude.value_or(0), 48.85, 0.1);
  EXPECT_NEAR(paris->longitude.value_or(0), 2.35, 0.1);
  EXPECT_GT(paris->population.value_or(0), 1000000);
  const auto states = place_facts("United States");
  ASSERT_TRUE(states);
  EXPECT_EQ(states->country, "US");
  EXPECT_FALSE(states->latitude);
  EXPECT_FALSE(place_facts("Zorbington"));
  EXPECT_FALSE(place_facts(""));
}

}  // namespace
}  // namespace dateline::testing
