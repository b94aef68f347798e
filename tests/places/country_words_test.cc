// Words that speak of countries, without any names found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/places/place_article.h"

namespace dateline {
namespace {

using testing::countries;
using testing::Named;
using testing::Names;

struct Case {
  std::string text;
  Names expected;
};

void expect_countries(const std::vector<Case>& cases) {
  for (const Case& example : cases) {
    SCOPED_TRACE(example.text);
    EXPECT_EQ(countries(example.text), example.expected);
  }
}

TEST(CountryWords, PeoplesAndAdjectivesSpeakOfTheirCountry) {
  expect_countries({
      {"Qatari officials met in secret.", {"Qatar"}},
      {"The Canadian dollar fell.", {"Canada"}},
      {"Three Frenchmen and a Spaniard won.", {"France", "Spain"}},
      {"South Korean and North Korean envoys met.", {"North Korea", "South Korea"}},
      {"Korean carmakers rose.", {"South Korea"}},
      {"W. German steel, S. African gold", {"South Africa", "West Germany"}},
      {"Soviet-American talks resumed.", {"Soviet Union", "United States"}},
      {"the Sino-Indian border", {"China", "India"}},
      {"New Zealanders and Papua New Guineans", {"New Zealand", "Papua New Guinea"}},
      {"the Israelis’ answer", {"Israel"}},
      {"QATARI MINISTER RESIGNS", {"Qatar"}},
      {"the Dominican Republic’s team, the Central African army", {"Central African Republic", "Dominican Republic"}},
  });
}

TEST(CountryWords, NamesAndAbbreviationsAreTheSameCountry) {
  expect_countries({
      {"Britain, the U.K. and the UK", {"United Kingdom"}},
      {"The U.S., the US and America", {"United States"}},
      {"U.S.-based firms", {"United States"}},
      {"in the USSR and Holland", {"Netherlands", "Soviet Union"}},
      {"Burma, Ceylon and Swaziland", {"Eswatini", "Myanmar", "Sri Lanka"}},
      {"Côte d’Ivoire", {"Ivory Coast"}},
  });
}

TEST(CountryWords, ShortNamesCountOnlyAsTheyAreWritten) {
  expect_countries({
      {"He told us about it. Us too.", {}},
      {"PLEASE TELL US MORE TODAY", {}},
      {"THE U.S. SAID TODAY", {"United States"}},
      {"UK BANKS RAISE RATES", {"United Kingdom"}},
      {"turkey and china plates", {}},
  });
}

TEST(CountryWords, MoneyAndBodiesSpeakOfTheirCountry) {
  expect_countries({
      {"The dollar fell to 140 yen.", {"Japan"}},
      {"500 mln yuan, 20 ringgit", {"China", "Malaysia"}},
      {"Sterling rose after the news.", {"United Kingdom"}},
      {"Sterling Drug Inc bought it.", {}},
      {"a sterling performance", {}},
      {"The Bundesbank, the Knesset and the Kremlin", {"Germany", "Israel", "Russia"}},
      {"100 francs, ten crowns and five dollars", {}},
  });
}

TEST(CountryWords, DollarsOfTheWorldsTradeAreNotTheUnitedStates) {
  expect_countries({
      {"US$500 million and U.S. $5", {}},
      {"53 billion US dollars, 20 mln U.S. dlrs, 30 mln U.S. Dlrs", {}},
      {"the U.S. dollar and U.S. officials", {"United States"}},
      {"the Canadian dollar", {"Canada"}},
  });
  const std::string text = "worth 53 billion US dollars";
  EXPECT_EQ(countries(text, {{EntityKind::kPlace, "United States", "US"}}), Names{});
}

TEST(CountryWords, LanguagesAreNotCountries) {
  expect_countries({
      {"She spoke in French.", {}},
      {"He said it in Spanish and in English, too.", {}},
      {"an English-language daily", {}},
      {"He speaks Russian.", {}},
      {"patients in French hospitals", {"France"}},
      {"a Russian speaker of parliament", {}},
  });
}

TEST(CountryWords, LongerNamesAreNotTheCountryInThem) {
  expect_countries({
      {"New Mexico and New England", {}},
      {"the Gulf of Mexico, the Indian Ocean, the South China Sea", {}},
      {"Latin American debtors, North American markets", {}},
      {"Native Americans", {}},
      {"Agence France-Presse reported", {}},
      {"French fries and Swiss cheese", {}},
      {"the Wall Street Journal", {}},
  });
}

TEST(CountryWords, NamesOfPeopleAreNoCountries) {
  const std::string text = "Michael Jordan met Jimmy Wales and Dawn French.";
  EXPECT_EQ(countries(text, {{EntityKind::kPerson, "Michael Jordan"},
                             {EntityKind::kPerson, "Jimmy Wales"},
                             {EntityKind::kPerson, "Dawn French"}}),
            Names{});
  EXPECT_EQ(countries("Chad and Jordan won."), Names{}) << "names of people where nobody says that they are places";
  EXPECT_EQ(countries("Chad and Jordan signed.", {{EntityKind::kPlace, "Chad"}, {EntityKind::kPlace, "Jordan"}}),
            (Names{"Chad", "Jordan"}));
}

TEST(CountryWords, OrganizationsSpeakOfTheCountryInTheirName) {
  EXPECT_EQ(countries("The Bank of Japan acted.", {{EntityKind::kOrganization, "Bank of Japan"}}), Names{"Japan"});
  EXPECT_EQ(countries("Georgia Pacific grew.", {{EntityKind::kOrganization, "Georgia Pacific"}}), Names{});
}

TEST(CountryWords, OfTheTitleCountUnlessItWasMadeFromTheText) {
  Article article = testing::article_of("Nothing else is said.");
  article.title = "Peruvian farmers win";
  article.title_made = false;
  std::vector<ArticleEntity> none;
  EXPECT_EQ(settle_places(article, none), Names{"Peru"});
}

TEST(CountryWords, TakeAnyBytesAndAMillionWords) {
  std::string bytes;
  for (int i = 1; i < 400; ++i) bytes += static_cast<char>(i * 37);
  EXPECT_EQ(countries(bytes), Names{});
  std::string text;
  for (int i = 0; i < 250000; ++i) text += "South Korean, New York ";
  EXPECT_EQ(countries(text), (Names{"South Korea", "United States"}));
}

}  // namespace
}  // namespace dateline
