// What is found in single sentences, from text to entities. The recogniser is trained, so that these are sentences that
// any model of use must read rightly; how good it is on others is told by the score of annotated sets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using ::testing::Contains;
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
      {"He is sending Secretary of State Antony Blinken there.", {"person Antony Blinken"}},
      {"The spokesman, Rear Admiral Daniel Hagari, said so.", {"person Daniel Hagari"}},
      {"Later Mr. Patel and Dr. Ngozi Okonjo-Iweala agreed.", {"person Patel", "person Ngozi Okonjo-Iweala"}},
      {"Former Deputy Foreign Minister Ali Bagheri resigned.", {"person Ali Bagheri"}},
  });
}

TEST(Extractor, ReadsFirstNamesThatAreOrdinaryWordsAtTheStartOfASentence) {
  expect_names({
      {"Grace Hopper of the Polar Institute said that the ferry glacier was near Lisbon.",
       {"person Grace Hopper", "organization Polar Institute", "place Lisbon"}},
      {"Mark Twain said so. Will it rain? Hope remains.", {"person Mark Twain"}},
  });
}

TEST(Extractor, KeepsParticlesInsideNames) {
  expect_names({
      {"President Abdel Fattah el-Sisi of Egypt spoke.", {"person Abdel Fattah el-Sisi", "place Egypt"}},
      {"Police searched for Osama bin Laden.", {"person Osama bin Laden"}},
      {"The painter Vincent van Gogh lived there.", {"person Vincent van Gogh"}},
      {"President Charles de Gaulle resigned.", {"person Charles de Gaulle"}},
  });
}

TEST(Extractor, TakesHyphenatedPairsApartButNotHyphenatedNames) {
  expect_names({
      {"They want to end the Israel-Hamas war.", {"place Israel", "organization Hamas"}},
      {"People fled from Deir al-Balah.", {"place Deir al-Balah"}},
      {"He met Jean-Pierre Raffarin in Paris.", {"person Jean-Pierre Raffarin", "place Paris"}},
  });
}

TEST(Extractor, TellsAPersonFromTheCountryOfTheSameName) {
  const auto found =
      extract("Israel’s foreign minister, Israel Katz, said that Israel was ready. Mr. Katz spoke on Friday.");
  EXPECT_THAT(names_of(found), ElementsAre("place Israel", "person Israel Katz"));
  EXPECT_EQ(found[0].mentions.size(), 2U);
  EXPECT_EQ(found[1].mentions.size(), 2U);
}

TEST(Extractor, FindsNoEntitiesInDemonymsDaysAndOrdinarySentences) {
  for (const char* text : {"The Israeli and Qatari delegations spoke with Palestinians on Tuesday in May.",
                           "Furious residents complained. Talks failed. Hopes faded. Nobody knew why.",
                           "“They narrowed the gaps,” he said.", "us and who and it", "12,000 and 3.5 percent", ""})
    EXPECT_THAT(names_of(extract(text)), IsEmpty()) << text;
}

TEST(Extractor, DoesNotTakePossessivesIntoTheSpan) {
  for (const char* text : {"They saw Netanyahu’s plan, Mr. Netanyahu's plan.", "It was Hamas's plan. Hamas agreed."})
    for (const ArticleEntity& entity : extract(text))
      for (const Mention& mention : entity.mentions) {
        const std::string span(std::string_view(text).substr(mention.begin, mention.end - mention.begin));
        EXPECT_TRUE(span == "Netanyahu" || span == "Hamas") << span;
      }
}

TEST(Extractor, ReadsNamesAcrossTheLineEndsOfWrappedText) {
  const std::string text =
      "The dollar rose sharply against the yen and the German mark in New\nYork on Monday, dealers at several banks "
      "said, "
      "after remarks by James\nBaker that the markets took as a sign of an agreement on exchange\nrates, which he had "
      "discussed on Friday with officials in Washington.";
  EXPECT_THAT(names_of(extract(text)), ElementsAre("place New York", "person James Baker", "place Washington"));
}

TEST(Extractor, ReadsLinesOfCapitals) {
  const auto found =
      extract("NETANYAHU TELLS BIDEN THAT ISRAEL WAITS\n\nBenjamin Netanyahu told Joe Biden that Israel waits.");
  EXPECT_THAT(names_of(found), ElementsAre("person Benjamin Netanyahu", "person Joe Biden", "place Israel"));
  for (const ArticleEntity& entity : found) EXPECT_EQ(entity.mentions.size(), 2U) << entity.name;
}

TEST(Extractor, GivesOffsetsInTheTitle) {
  const std::string title = "Talks in Qatar", text = "Mediators met in Qatar.";
  const auto found = extract(text, title);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].mentions, ElementsAre(Mention{9, 14, true}, Mention{17, 22, false}));
}

TEST(Extractor, TellsWhoSomebodyIs) {
  const auto found = extract("Prime Minister Benjamin Netanyahu spoke to reporters.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].titles, Contains("Prime Minister"));
}

}  // namespace
}  // namespace dateline::testing
