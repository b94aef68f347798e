// The user's own list: what it finds, and what it wins against.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

KnownEntity entity(EntityKind kind, std::string name, std::vector<std::string> aliases = {}) {
  return {.kind = kind, .name = std::move(name), .aliases = std::move(aliases), .external_id = {}};
}

TEST(KnownNames, AreFoundWithTheListsKindAndName) {
  const auto found = extract_knowing({entity(EntityKind::kOrganization, "Zorbex Mining", {"Zorbex", "ZBX"})},
                                     "Shares of zorbex fell. Zorbex said so, ZBX too. ZORBEX MINING is large.");
  ASSERT_THAT(names_of(found), Contains("organization Zorbex Mining"));
  EXPECT_THAT(spans_of(found, "Shares of zorbex fell. Zorbex said so, ZBX too. ZORBEX MINING is large."),
              Contains("Zorbex Mining: Zorbex|ZBX|ZORBEX MINING"));
}

TEST(KnownNames, OfFewLettersAreFoundOnlyAsWritten) {
  const std::vector<KnownEntity> known = {entity(EntityKind::kOrganization, "World Help Org", {"WHO", "Who"})};
  EXPECT_THAT(names_of(extract_knowing(known, "She asked who it was. WHO SAID IT?")),
              Contains("organization World Help Org"));
  EXPECT_THAT(names_of(extract_knowing(known, "She asked who it was.")), Not(Contains("organization World Help Org")));
}

TEST(KnownNames, AreWholeWords) {
  const std::vector<KnownEntity> known = {entity(EntityKind::kPlace, "Zarn")};
  EXPECT_THAT(names_of(extract_knowing(known, "Zarnak and Xzarn are far away, Zarn's river is near.")),
              Contains("place Zarn"));
  EXPECT_THAT(names_of(extract_knowing(known, "zarnak and xzarn are far away.")), Not(Contains("place Zarn")));
}

TEST(KnownNames, WinAgainstWhatTheRecogniserFinds) {
  const std::string text = "He flew to Paris with Joe Biden on Monday.";
  const auto found = extract_knowing({entity(EntityKind::kOrganization, "Paris Club", {"Paris"}),
                                      entity(EntityKind::kPerson, "Joseph R. Biden", {"Joe Biden"})},
                                     text);
  EXPECT_THAT(spans_of(found, text), ElementsAre("Paris Club: Paris", "Joseph R. Biden: Joe Biden"));
  EXPECT_EQ(found[0].kind, EntityKind::kOrganization);
}

TEST(KnownNames, TheLongestWins) {
  const std::string text = "He works for the Bank of Zorbia in town.";
  const auto found = extract_knowing(
      {entity(EntityKind::kPlace, "Zorbia"), entity(EntityKind::kOrganization, "Bank of Zorbia")}, text);
  EXPECT_THAT(spans_of(found, text), ElementsAre("Bank of Zorbia: Bank of Zorbia"));
}

TEST(KnownNames, OneWordDoesNotCutALongerNameInTwo) {
  const std::string text = "Prime Minister Benjamin Netanyahu spoke in Jerusalem.";
  const auto found = extract_knowing({entity(EntityKind::kPlace, "Benjamin")}, text);
  EXPECT_THAT(spans_of(found, text), Contains("Benjamin Netanyahu: Benjamin Netanyahu"));
}

TEST(KnownNames, AreFoundInTitlesAndAcrossLineEnds) {
  const auto found = extract_knowing({entity(EntityKind::kPerson, "Zora Quell")},
                                     "It was said that Zora\nQuell had left the town\nfor a week or more\nthan that.",
                                     "Zora Quell leaves");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].name, "Zora Quell");
  EXPECT_EQ(found[0].mentions.size(), 2U);
}

TEST(KnownNames, TakeTheSurnamesOfTheArticle) {
  const std::string text = "Zora Quell left on Monday. Ms. Quell said nothing.";
  const auto found = extract_knowing({entity(EntityKind::kPerson, "Zora M. Quell", {"Zora Quell"})}, text);
  EXPECT_THAT(spans_of(found, text), Contains("Zora M. Quell: Zora Quell|Quell"));
}

TEST(KnownNames, DoNotChangeTheFingerprint) {
  const auto plain = make_extractor();
  const auto knowing = make_extractor({.known = {entity(EntityKind::kPlace, "Zarn")}});
  ASSERT_TRUE(plain && knowing);
  EXPECT_EQ((*plain)->fingerprint(), (*knowing)->fingerprint());
}

TEST(KnownNames, OfNoWordsAndOfManyAreNoTrouble) {
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "Zorb ";
  const auto found = extract_knowing({entity(EntityKind::kPlace, ""), entity(EntityKind::kPlace, " - "),
                                      entity(EntityKind::kPlace, endless), entity(EntityKind::kPlace, "\xFF\xFE")},
                                     "Nothing is here. " + endless);
  for (const ArticleEntity& e : found) EXPECT_FALSE(e.mentions.empty());
}

}  // namespace
}  // namespace dateline::testing
