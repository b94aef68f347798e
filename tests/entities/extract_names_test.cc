// What is found in single sentences: spans, kinds, and what is no name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

struct Case {
  const char* text;
  std::vector<std::string> names;  // in order
};

void expect_names(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_THAT(names_of(extract(c.text)), ElementsAreArray(c.names)) << c.text;
}

TEST(Extractor, LeavesTitlesAndRolesOutsideThePersonsName) {
  expect_names({
      {"He met Qatari Prime Minister Sheikh Mohammed bin Jassim Al Thani.", {"person Mohammed bin Jassim Al Thani"}},
      {"He is sending Secretary of State Antony Blinken there.", {"person Antony Blinken"}},
      {"The spokesman, Rear Admiral Daniel Hagari, said so.", {"person Daniel Hagari"}},
      {"Later Mr. Patel and Dr. Ngozi Okonjo-Iweala agreed.", {"person Patel", "person Ngozi Okonjo-Iweala"}},
      {"Former Deputy Foreign Minister Ali Bagheri resigned.", {"person Ali Bagheri"}},
  });
}

TEST(Extractor, KeepsParticlesInsideNames) {
  expect_names({
      {"President El-Sisi of Egypt spoke.", {"person El-Sisi", "place Egypt"}},
      {"It was said of Osama bin Laden.", {"person Osama bin Laden"}},
      {"The painter Vincent van Gogh lived there.", {"person Vincent van Gogh"}},
      {"Then Charles de Gaulle resigned.", {"person Charles de Gaulle"}},
  });
}

TEST(Extractor, TakesHyphenatedPairsApartButNotHyphenatedNames) {
  expect_names({
      {"They want to end the Israel-Hamas war.", {"place Israel", "organization Hamas"}},
      {"The Hamas-led attack was on a Monday.", {"organization Hamas"}},
      {"People fled from Deir al-Balah.", {"place Deir al-Balah"}},
      {"He met Jean-Pierre Raffarin.", {"person Jean-Pierre Raffarin"}},
  });
}

TEST(Extractor, TellsAPersonFromTheCountryOfTheSameName) {
  const auto found =
      extract("Israel’s foreign minister, Israel Katz, said that Israel was ready. Katz spoke on Friday.");
  EXPECT_THAT(names_of(found), ElementsAre("place Israel", "person Israel Katz"));
  EXPECT_EQ(found[0].mentions.size(), 2U);
  EXPECT_EQ(found[1].mentions.size(), 2U);
}

TEST(Extractor, FindsNoEntitiesInDemonymsDaysAndOrdinarySentences) {
  for (const char* text :
       {"The Israeli and Qatari delegations spoke with Palestinians on Tuesday in May.",
        "Furious residents complained. Talks failed. Hopes faded. Nobody knew why.",
        "Muslims and Christians prayed during Ramadan.", "Phase 2 would begin on Oct. 7 at 5 GMT.",
        "We are closer. “They narrowed the gaps,” he said.", "us and who and it", "12,000 and 3.5 percent", ""})
    EXPECT_THAT(names_of(extract(text)), IsEmpty()) << text;
}

TEST(Extractor, NamesCountriesBySeveralSpellingsAlike) {
  const std::string text = "The US, the U.S., the United States and America agreed with the UK and Britain.";
  EXPECT_THAT(spans_of(extract(text), text),
              ElementsAre("United States: US|U.S.|United States|America", "United Kingdom: UK|Britain"));
}

TEST(Extractor, KnowsOrganizationsByTheirWords) {
  expect_names({
      {"Officials of the Ministry of Health and Welfare came.", {"organization Ministry of Health and Welfare"}},
      {"A study by the University of Lagos said so.", {"organization University of Lagos"}},
      {"Shares of Zorbex Holdings Ltd. fell.", {"organization Zorbex Holdings Ltd."}},
      {"A spokesman of the African Development Bank spoke.", {"organization African Development Bank"}},
      {"The Egyptian Foreign Ministry said no.", {"organization Foreign Ministry"}},
      {"An editor of the Kansas Tribune resigned.", {"organization Kansas Tribune"}},
  });
}

TEST(Extractor, KnowsPlacesByTheirWords) {
  expect_names({
      {"Troops crossed the Zambuko River near Lake Zombari.", {"place Zambuko River", "place Lake Zombari"}},
      {"It happened in Zarqa Province and in the Gulf of Zula.", {"place Zarqa Province", "place Gulf of Zula"}},
  });
}

TEST(Extractor, DropsWordsThatOnlyOpenASentence) {
  expect_names({
      {"Surging Boeing shares fell.", {"organization Boeing"}},
      {"Meanwhile Iran waited. But Hamas did not.", {"place Iran", "organization Hamas"}},
      {"Reading is fun. Mobile phones ring. Nice people came.", {}},
  });
}

TEST(Extractor, DoesNotTakePossessivesIntoTheSpan) {
  for (const char* text :
       {"They saw Netanyahu’s plan, Mr. Netanyahu's plan.", "It was Hamas’ plan and Hamas's plan."}) {
    for (const ArticleEntity& entity : extract(text))
      for (const Mention& mention : entity.mentions) {
        const std::string span(std::string_view(text).substr(mention.begin, mention.end - mention.begin));
        EXPECT_TRUE(span == "Netanyahu" || span == "Hamas") << span;
      }
  }
}

TEST(Extractor, ReadsNamesAcrossTheLineEndsOfWrappedText) {
  const std::string text =
      "The dollar rose against the yen in New\nYork on Monday, dealers said, after remarks by James\nBaker that the "
      "markets\n"
      "took as a sign of\nagreement in Washington.";
  EXPECT_THAT(names_of(extract(text)), ElementsAre("place New York", "person James Baker", "place Washington"));
}

TEST(Extractor, DoesNotJoinLinesThatAreParagraphs) {
  EXPECT_THAT(
      names_of(extract("Talks were held in New\nYork is a city in England, he told the others there.\nNothing else.")),
      ::testing::Not(::testing::Contains("place New York")));
}

TEST(Extractor, FindsKnownNamesInLinesOfCapitals) {
  const auto found =
      extract("NETANYAHU TELLS BIDEN THAT ISRAEL WAITS\n\nBenjamin Netanyahu told Joe Biden that Israel waits.");
  EXPECT_THAT(names_of(found), ElementsAre("person Benjamin Netanyahu", "person Joe Biden", "place Israel"));
  for (const ArticleEntity& entity : found) EXPECT_EQ(entity.mentions.size(), 2U) << entity.name;
}

TEST(Extractor, TakesNoOrdinaryWordsOfHeadlinesForNames) {
  const auto found = extract("Leaders Discuss New Proposal With Hamas After Long Delay\n\nHamas waits.");
  EXPECT_THAT(names_of(found), ElementsAre("organization Hamas"));
}

TEST(Extractor, WritesADatelineInCapitalsCalmly) {
  EXPECT_THAT(names_of(extract("JERUSALEM — Talks went on.")), ElementsAre("place Jerusalem"));
}

TEST(Extractor, GivesOffsetsInTheTitle) {
  const std::string title = "Talks in Qatar", text = "Mediators met in Qatar.";
  const auto found = extract(text, title);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].mentions, ElementsAre(Mention{9, 14, true}, Mention{17, 22, false}));
}

}  // namespace
}  // namespace dateline::testing
