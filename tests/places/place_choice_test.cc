// Places and their countries; which place of several of a name is meant; countries that are no more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "indexer/places/country_table.h"
#include "indexer/places/place_facts.h"
#include "tests/places/place_article.h"

namespace dateline {
namespace {

using ::testing::Contains;
using testing::countries;
using testing::Named;
using testing::Names;
using testing::places;

TEST(Places, TownsAndRegionsCountForTheirCountry) {
  struct Case {
    std::string place, country;
  };
  const std::vector<Case> cases = {
      {"Doha", "Qatar"},
      {"Toronto", "Canada"},
      {"Geneva", "Switzerland"},
      {"Frankfurt", "Germany"},
      {"Gothenburg", "Sweden"},
      {"Düsseldorf", "Germany"},
      {"Duesseldorf", "Germany"},
      {"Basle", "Switzerland"},
      {"Bavaria", "Germany"},
      {"Texas", "United States"},
      {"Scotland", "United Kingdom"},
      {"Hong Kong", "Hong Kong"},
      {"Deir al-Balah", "Palestine"},
      {"Ho Chi Minh City", "Vietnam"},
      {"Panama City", "Panama"},
      {"Washington", "United States"},
      {"Seville", "Spain"},
      {"Newcastle", "United Kingdom"},
      {"Quebec City", "Canada"},
      {"Delaware", "United States"},
  };
  for (const Case& example : cases) {
    SCOPED_TRACE(example.place);
    EXPECT_EQ(countries("They met in " + example.place + " today.", {{EntityKind::kPlace, example.place}}),
              Names{example.country});
  }
}

TEST(Places, SeasAndContinentsHaveNoCountry) {
  for (const std::string place : {"Middle East", "Red Sea", "Gulf of Mexico", "South China Sea", "Africa"}) {
    EXPECT_EQ(countries("ships in the " + place, {{EntityKind::kPlace, place}}), Names{}) << place;
  }
}

TEST(Places, CommonWordsThatAreTownsDoNotFlood) {
  EXPECT_EQ(countries("Reading is nice. Mobile phones split. Nice to see you."), Names{});
}

TEST(Places, TheRegionBehindACommaDecides) {
  struct Case {
    std::string text, name, meant, country;
  };
  const std::vector<Case> cases = {
      {"in London, Ontario, on Monday", "London", "London, Ontario", "Canada"},
      {"in London, Ont., on Monday", "London", "London, Ontario", "Canada"},
      {"in London, England, on Monday", "London", "London", "United Kingdom"},
      {"in Paris, Texas.", "Paris", "Paris, Texas", "United States"},
      {"in Paris, France.", "Paris", "Paris", "France"},
      {"in Birmingham, Ala., today", "Birmingham", "Birmingham, Alabama", "United States"},
      {"in Cambridge, Mass., today", "Cambridge", "Cambridge, Massachusetts", "United States"},
      {"in San Jose, Costa Rica", "San Jose", "San Jose, Costa Rica", "Costa Rica"},
      {"in Tripoli, Lebanon", "Tripoli", "Tripoli, Lebanon", "Lebanon"},
      {"in Melbourne, Fla., today", "Melbourne", "Melbourne, Florida", "United States"},
  };
  for (const Case& example : cases) {
    SCOPED_TRACE(example.text);
    std::vector<Named> names{{EntityKind::kPlace, example.name}};
    if (example.country == "Lebanon") names.push_back({EntityKind::kPlace, "Lebanon"});
    EXPECT_EQ(places(example.text, names).front(), example.meant);
    EXPECT_EQ(countries(example.text, names), Names{example.country});
  }
}

TEST(Places, OtherPlacesOfTheArticleDecideBetweenTownsOfLikeSize) {
  const auto first = [](const std::string& name, const std::vector<std::string>& others) {
    std::string text = name;
    std::vector<Named> names{{EntityKind::kPlace, name}};
    for (const std::string& other : others) {
      text += " and " + other;
      names.push_back({EntityKind::kPlace, other});
    }
    return places(text, names).front();
  };
  EXPECT_EQ(first("Birmingham", {}), "Birmingham");
  EXPECT_EQ(first("Birmingham", {"Leeds"}), "Birmingham");
  EXPECT_EQ(first("Birmingham", {"Montgomery", "Atlanta"}), "Birmingham, Alabama");
  EXPECT_EQ(first("Cambridge", {"Boston"}), "Cambridge, Massachusetts");
  EXPECT_EQ(first("Cambridge", {"England"}), "Cambridge");
  EXPECT_EQ(first("London", {"Toronto", "Ottawa"}), "London") << "ten times larger: other places are not enough";
  EXPECT_EQ(first("Paris", {"Houston", "Dallas"}), "Paris");
  EXPECT_EQ(first("San Jose", {"Managua", "Costa Rica"}), "San Jose, Costa Rica");
  EXPECT_EQ(first("Victoria", {"Kelowna", "Nanaimo"}), "Victoria, British Columbia");
}

TEST(Places, GeorgiaIsTheCountryUnlessPlacesOfTheUnitedStatesAreNamed) {
  const Named georgia{EntityKind::kPlace, "Georgia"};
  EXPECT_EQ(countries("Georgia and Russia signed.", {georgia, {EntityKind::kPlace, "Russia"}}),
            (Names{"Georgia", "Russia"}));
  EXPECT_EQ(countries("in Tbilisi, Georgia", {georgia, {EntityKind::kPlace, "Tbilisi"}}), Names{"Georgia"});
  const std::vector<Named> atlanta{georgia, {EntityKind::kPlace, "Atlanta"}};
  EXPECT_EQ(countries("in Atlanta, Georgia", atlanta), Names{"United States"});
  EXPECT_EQ(places("in Atlanta, Georgia", atlanta).front(), "Georgia, United States");
  const std::vector<Named> washington{georgia, {EntityKind::kPlace, "Washington"}};
  EXPECT_EQ(countries("Washington backs Georgia.", washington), (Names{"Georgia", "United States"}));
}

TEST(Places, KeepTheNameOfTheTextAsAnAlias) {
  const Article article = testing::article_of("in London, Ontario, on Monday");
  auto entities = testing::entities_in(article.text, {{EntityKind::kPlace, "London"}});
  settle_places(article, entities);
  EXPECT_EQ(entities[0].aliases, Names{"London"});
}

TEST(Places, OfTheDatelineCount) {
  struct Case {
    std::string dateline;
    Names expected;
  };
  const std::vector<Case> cases = {
      {"JERUSALEM, Israel", {"Israel"}},
      {"JACKSON, Mich.", {"United States"}},
      {"TORONTO", {"Canada"}},
      {"BEIJING/HONG KONG", {"China", "Hong Kong"}},
      {"ELKINS PARK, Penn.", {"United States"}},
      {"TROY, Mich", {"United States"}},
      {"LUXEMBOURG", {"Luxembourg"}},
      {"LONDON, Ontario", {"Canada"}},
      {"NOWHERE AT ALL", {}},
      {"", {}},
  };
  for (const Case& example : cases) {
    SCOPED_TRACE(example.dateline);
    EXPECT_EQ(countries("Nothing else is said.", {}, {}, example.dateline), example.expected);
  }
}

TEST(FormerStates, AreTheCountriesOfTheirTime) {
  struct Case {
    std::string place, published;
    Names expected;
  };
  const std::vector<Case> cases = {
      {"Moscow", "1987-03-01", {"Soviet Union"}},
      {"Moscow", "2019-03-01", {"Russia"}},
      {"Moscow", "", {"Russia"}},
      {"Frankfurt", "1987-03-01", {"West Germany"}},
      {"Leipzig", "1987-03-01", {"East Germany"}},
      {"Leipzig", "1990-10-03", {"Germany"}},
      {"Germany", "1987-03-01", {"West Germany"}},
      {"Belgrade", "1987-03-01", {"Yugoslavia"}},
      {"Prague", "1987-03-01", {"Czechoslovakia"}},
      {"Prague", "1993", {"Czech Republic"}},
      {"Ukraine", "1987-03-01", {"Soviet Union", "Ukraine"}},
      {"West Germany", "1987-03-01", {"West Germany"}},
      {"East Germany", "2019", {"East Germany"}},
  };
  for (const Case& example : cases) {
    SCOPED_TRACE(example.place + " " + example.published);
    EXPECT_EQ(countries("from " + example.place, {{EntityKind::kPlace, example.place}}, example.published),
              example.expected);
  }
}

TEST(FormerStates, TakeTheAdjectivesOfTheirTime) {
  EXPECT_EQ(countries("Russian wheat, German cars", {}, "1987-03-01"), (Names{"Soviet Union", "West Germany"}));
  EXPECT_EQ(countries("Russian wheat, German cars", {}, "2019"), (Names{"Germany", "Russia"}));
  EXPECT_EQ(countries("East German and West German athletes", {}, "1987"), (Names{"East Germany", "West Germany"}));
  EXPECT_EQ(countries("Soviet archives", {}, "2019"), Names{"Soviet Union"});
}

TEST(PlaceFacts, AreOfThePlaceThatTheNameMeans) {
  const auto paris = place_facts("Paris");
  ASSERT_TRUE(paris);
  EXPECT_EQ(paris->country, "FR");
  EXPECT_NEAR(*paris->latitude, 48.85, 0.1);
  EXPECT_GT(*paris->population, 2'000'000);
  const auto texas = place_facts("Paris, Texas");
  ASSERT_TRUE(texas);
  EXPECT_EQ(texas->country, "US");
  EXPECT_NEAR(*texas->latitude, 33.66, 0.1);
  const auto states = place_facts("United States");
  ASSERT_TRUE(states);
  EXPECT_EQ(states->country, "US");
  EXPECT_FALSE(states->latitude);
  EXPECT_FALSE(place_facts("Delaware")->latitude) << "a town in Ohio is not the state";
  EXPECT_EQ(place_facts("Middle East")->country, "");
  EXPECT_FALSE(place_facts("Zorbington"));
  EXPECT_FALSE(place_facts(""));
}

TEST(CountryTable, HasEachCountryOnceAndStatesOfKnownCountries) {
  const CountryTable& table = CountryTable::built_in();
  std::set<std::string_view> names, codes;
  for (CountryId id = 0; id < table.countries(); ++id) {
    EXPECT_TRUE(names.insert(table.country(id).name).second) << table.country(id).name;
    EXPECT_TRUE(codes.insert(table.country(id).code).second) << table.country(id).code;
  }
  EXPECT_GT(table.countries(), 240U);
  for (const std::string_view region : {"US-TX", "CA-ON", "AU-NSW"}) {
    ASSERT_NE(table.state_by_region(region), nullptr) << region;
    EXPECT_NE(table.by_region(region), kNoCountry);
  }
  EXPECT_EQ(table.by_region("ZZ"), kNoCountry);
}

TEST(CountryTable, KnowsFurtherNames) {
  EXPECT_THAT(other_names_of_country("United Kingdom"), Contains("Britain"));
  EXPECT_THAT(other_names_of_country("Soviet Union"), Contains("USSR"));
  EXPECT_TRUE(other_names_of_country("Zorbia").empty());
}

}  // namespace
}  // namespace dateline
