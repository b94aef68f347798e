// Which spans are one entity, and what it is called: marked texts, so that no recogniser has a say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

struct Case {
  const char* marked;
  std::vector<std::string> entities;
};

void expect_entities(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_THAT(resolved_spans(c.marked), ElementsAreArray(c.entities)) << c.marked;
}

TEST(Resolver, GivesASurnameToThePersonOfThatName) {
  expect_entities({
      {"Prime Minister {p Benjamin Netanyahu} spoke. Mr. {p Netanyahu} left. {p Netanyahu}’s office was silent.",
       {"Benjamin Netanyahu: Benjamin Netanyahu|Netanyahu|Netanyahu"}},
      {"President {p Biden} spoke. It was the first time that {p Joe Biden} spoke there.",
       {"Joe Biden: Biden|Joe Biden"}},
      {"{p Xi Jinping} came. {p Xi} spoke.", {"Xi Jinping: Xi Jinping|Xi"}},
      {"{p Hamad Al Thani} came. {p Al Thani} and {p Thani} spoke.", {"Hamad Al Thani: Hamad Al Thani|Al Thani|Thani"}},
      {"{p Abdel Fattah el-Sisi} came. {p El-Sisi}, {p al-Sisi} or {p Sisi} spoke.",
       {"Abdel Fattah el-Sisi: Abdel Fattah el-Sisi|El-Sisi|al-Sisi|Sisi"}},
      {"{p José Ramírez} came. {p Ramirez} spoke.", {"José Ramírez: José Ramírez|Ramirez"}},
      {"{p Martin Luther King Jr.} spoke. {p King} left.", {"Martin Luther King Jr.: Martin Luther King Jr.|King"}},
  });
}

TEST(Resolver, TellsTwoBearersOfOneSurnameApart) {
  expect_entities({
      {"{p Bill Clinton} spoke. {p Clinton} smiled. Then {p Hillary Clinton} came. {p Clinton} was late. {p Bill "
       "Clinton} "
       "laughed. {p Clinton} left.",
       {"Bill Clinton: Bill Clinton|Clinton|Bill Clinton|Clinton", "Hillary Clinton: Hillary Clinton|Clinton"}},
      {"Mr. {p Bill Clinton} met Mrs. {p Hillary Clinton}. Mr. {p Clinton} spoke. Mrs. {p Clinton} did not. Mr. {p "
       "Clinton} "
       "left.",
       {"Bill Clinton: Bill Clinton|Clinton|Clinton", "Hillary Clinton: Hillary Clinton|Clinton"}},
      {"{p James Baker} met {p Howard Baker}. {p Howard Baker} left, {p Baker} said.",
       {"James Baker: James Baker", "Howard Baker: Howard Baker|Howard Baker|Baker"}},
  });
}

TEST(Resolver, JoinsFullNamesThatMeanTheSamePerson) {
  expect_entities({
      {"Sheikh {p Mohammed bin Jassim Al Thani} came. {p Mohammed bin Abdulrahman bin Jassim Al Thani} spoke.",
       {"Mohammed bin Abdulrahman bin Jassim Al Thani: Mohammed bin Jassim Al Thani|Mohammed bin Abdulrahman bin "
        "Jassim "
        "Al Thani"}},
      {"{p John F. Kennedy} and {p J. Kennedy} and {p John Kennedy}.",
       {"John F. Kennedy: John F. Kennedy|J. Kennedy|John Kennedy"}},
      {"{p William Burns} came. {p Bill Burns} spoke.", {"William Burns: William Burns|Bill Burns"}},
      {"{p Peter Smith} met {p Paul Smith}.", {"Peter Smith: Peter Smith", "Paul Smith: Paul Smith"}},
  });
}

TEST(Resolver, KnowsWhoIsMeantByAByname) {
  expect_entities({
      {"{p Benjamin Netanyahu} came. “{p Bibi} wants it,” he said.", {"Benjamin Netanyahu: Benjamin Netanyahu|Bibi"}},
      {"Mr. {p Netanyahu} came. “{p Bibi} wants it,” he said.", {"Benjamin Netanyahu: Netanyahu|Bibi"}},
      {"“{p Bibi} wants it,” he said.", {"Benjamin Netanyahu: Bibi"}},
      {"{p Asia Bibi} was freed. {p Bibi} left the country.", {"Asia Bibi: Asia Bibi|Bibi"}},
  });
}

TEST(Resolver, NamesCountriesBySeveralSpellingsAlike) {
  expect_entities({
      {"The {l US}, the {l U.S.}, the {l United States}, {l America} met the {l UK} and {l Britain}.",
       {"United States: US|U.S.|United States|America", "United Kingdom: UK|Britain"}},
      {"The {o U.N.}, the {o UN} and the {o United Nations}.", {"United Nations: U.N.|UN|United Nations"}},
  });
}

TEST(Resolver, JoinsAcronymsToTheirExpansions) {
  expect_entities({
      {"The {o Prime Minister’s Office} ({o PMO}) said so. It was the {o PMO} that knew.",
       {"Prime Minister’s Office: Prime Minister’s Office|PMO|PMO"}},
      {"The {o PMO} ({o Prime Minister’s Office}) said so.", {"Prime Minister’s Office: PMO|Prime Minister’s Office"}},
      {"The {o Zorb Trade Union} met. The {o ZTU} agreed.", {"Zorb Trade Union: Zorb Trade Union|ZTU"}},
      {"The {o U.S. Agency for Zorb Development} ({o USAZD}) paid.",
       {"U.S. Agency for Zorb Development: U.S. Agency for Zorb Development|USAZD"}},
      // Two could be meant.
      {"{o Zorb Trade Union}, {o Zimba Transport Union}, {o ZTU}.",
       {"Zorb Trade Union: Zorb Trade Union", "Zimba Transport Union: Zimba Transport Union", "ZTU: ZTU"}},
  });
}

TEST(Resolver, JoinsShortFormsOfOrganizations) {
  expect_entities({
      {"{o Zorbex Corp.} said that {o Zorbex} would pay.", {"Zorbex Corp.: Zorbex Corp.|Zorbex"}},
      {"{o Lagos Rovers Football Club} won. {o Lagos Rovers} play next week. {o Lagos} won.",
       {"Lagos Rovers Football Club: Lagos Rovers Football Club|Lagos Rovers|Lagos"}},
      {"The {o Egyptian Foreign Ministry} spoke. The {o Foreign Ministry} knew.",
       {"Egyptian Foreign Ministry: Egyptian Foreign Ministry|Foreign Ministry"}},
      {"{o Zorb United} met {o Zorb City}. {o Zorb} lost.",
       {"Zorb United: Zorb United", "Zorb City: Zorb City", "Zorb: Zorb"}},
  });
}

TEST(Resolver, WritesNamesOnOneLineAndWithoutShouting) {
  expect_entities({
      {"He met {p James\n  Baker} in {l New\nYork}.", {"James Baker: James\n  Baker", "New York: New\nYork"}},
      {"{l JERUSALEM}, {l Israel} - It rained.", {"Jerusalem: JERUSALEM", "Israel: Israel"}},
      {"FLOODS CUT OFF VILLAGES, SAYS {p TARIQ MAHMOOD}\n\nWater rose.", {"Tariq Mahmood: TARIQ MAHMOOD"}},
      {"FLOODS, SAYS {p TARIQ MAHMOOD} OF SUKKUR\n\n{p Tariq Mahmood} spoke.",
       {"Tariq Mahmood: TARIQ MAHMOOD|Tariq Mahmood"}},
  });
}

TEST(Resolver, KeepsOneWordsKindsApart) {
  expect_entities({{"{l Washington} waits. {p Denzel Washington} acts. {o Washington} won.",
                    {"Washington: Washington", "Denzel Washington: Denzel Washington", "Washington: Washington"}}});
}

TEST(Resolver, KeepsTitlesAndRolesAsFacts) {
  const auto found = resolve(
      "Israeli Prime Minister {p Benjamin Netanyahu} came. Mr. {p Netanyahu} met Deputy Foreign Minister {p Ali "
      "Bagheri} "
      "and former Secretary of State {p Antony Blinken}. “The talks,” {p Blinken} said.");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_THAT(found[0].titles, ElementsAre("Prime Minister", "Mr."));
  EXPECT_THAT(found[1].titles, ElementsAre("Deputy Foreign Minister"));
  EXPECT_THAT(found[2].titles, ElementsAre("Secretary of State"));
}

TEST(Resolver, GivesOtherNamesAsAliases) {
  const auto found = resolve("{p Benjamin Netanyahu}, {p Netanyahu} and {p Netanyahu}.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].aliases, ElementsAre("Netanyahu"));
}

TEST(WithGiven, JoinsTheSameNameOfTheSameKind) {
  const auto found = resolve("{p Joe Biden} met {o Hamas} leaders in {l Paris}.");
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
  const auto found = resolve("{p James Baker} met {p Howard Baker}. {p Clayton Yeutter} of the {l U.S.} came later.");
  const auto all = with_given(found, {{EntityKind::kPerson, "yeutter"},
                                      {EntityKind::kPerson, "james-baker"},
                                      {EntityKind::kPerson, "baker"},  // could be either: a name of its own
                                      {EntityKind::kPlace, "usa"}});
  EXPECT_THAT(names_of(all), ElementsAre("person James Baker", "person Howard Baker", "person Clayton Yeutter",
                                         "place United States", "person baker"));
}

}  // namespace
}  // namespace dateline::testing
