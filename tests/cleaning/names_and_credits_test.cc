// Bylines, credits and lists of names: what is one, and what only looks like one.
#include <gmock/gmock.h>

#include "indexer/cleaning/credits.h"
#include "indexer/cleaning/person_names.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

struct Case {
  std::string line;
  std::string names;  // joined by "; "
};

TEST(SplitNames, TakesListsAsPublishersWriteThem) {
  const Case cases[] = {
      {"Jane Doe", "Jane Doe"},
      {"By JANE DOE and John Roe", "Jane Doe; John Roe"},
      {"by Jane Doe, John Roe & Ann Poe", "Jane Doe; John Roe; Ann Poe"},
      {"Choe Sang-Hun; David E. Sanger", "Choe Sang-Hun; David E. Sanger"},
      {"By Chaitanya Kalbag, Reuters", "Chaitanya Kalbag"},
      {"The Associated Press", "The Associated Press"},
      {"Jane Doe, Staff Writer", "Jane Doe"},
      {"Martin King, Jr. and Ann Poe", "Martin King Jr.; Ann Poe"},
      {"Jane Doe | jane@example.org", "Jane Doe"},
      {"Jessica Finn For Dailymail.Com", "Jessica Finn"},
      {"Jane Doe in Kyiv and John Roe in Paris", "Jane Doe; John Roe"},
      {"MARY O'NEILL-SMITH, J.K. ROWLING", "Mary O'Neill-Smith; J.K. Rowling"},
      {"DJ Judd", "DJ Judd"},
      {"Ernesto Londoño, Ernesto Londoño", "Ernesto Londoño"},
      {"By ", "By"},
      {" , ; ", ""},
      {"", ""},
  };
  for (const Case& each : cases) EXPECT_EQ(join(split_names(each.line), "; "), each.names) << each.line;
}

TEST(SplitNames, IsBoundedOnEndlessLists) {
  std::string list;
  for (int i = 0; i < 100'000; ++i) list += "Name" + std::to_string(i) + ", ";
  EXPECT_LE(split_names(list).size(), 100U);
}

TEST(LooksLikeName, GoesByForm) {
  for (const char* name : {"Jane Doe", "Mohammed bin Jassim Al Thani", "Ludwig van Beethoven", "J. K. Rowling",
                           "al-Hakim Omar", "Abeer Salman", "Élise Çelik"}) {
    EXPECT_TRUE(looks_like_name(name)) << name;
  }
  for (const char* other :
       {"Jane", "the minister", "Friday August", "Jane Doe 42", "Jane doe said", "The Ministers", "", "Jane van"}) {
    EXPECT_FALSE(looks_like_name(other)) << other;
  }
}

std::string byline(const std::string& line) {
  const auto credit = read_byline(line);
  return credit ? join(credit->names, "; ") + (credit->publisher.empty() ? "" : " @ " + credit->publisher) : "none";
}

TEST(ReadByline, TakesLinesOfNamesOnly) {
  const Case cases[] = {
      {"By JANE DOE", "Jane Doe"},
      {"By Jane Doe and John Roe, CNN", "Jane Doe; John Roe @ CNN"},
      {"BY JANE DOE", "Jane Doe"},
      {"By: Rory McConville", "Rory McConville"},
      {"By Reuters", "Reuters"},
      {"By Friday, the ministers had left.", "none"},
      {"By the time Jane Doe came, he had left", "none"},
      {"By Land and Sea", "none"},
      {"Bystanders Jane Doe", "none"},
      {"By", "none"},
      {"Written by Jane Doe", "none"},
  };
  for (const Case& each : cases) EXPECT_EQ(byline(each.line), each.names) << each.line;
}

std::string contribution(const std::string& line) {
  const auto credit = read_contribution(line);
  return credit ? join(credit->names, "; ") + (credit->publisher.empty() ? "" : " @ " + credit->publisher) : "none";
}

TEST(ReadContribution, TakesCreditsInTheirManyForms) {
  const Case cases[] = {
      {"CNN’s Abbas Al Lawati, DJ Judd, Abeer Salman and Betsy Klein contributed to this report.",
       "Abbas Al Lawati; DJ Judd; Abeer Salman; Betsy Klein @ CNN"},
      {"CNN’s Samantha Waldenberg contributed reporting", "Samantha Waldenberg @ CNN"},
      {"Ronen Bergman contributed reporting from Tel Aviv, and Johnatan Reiss and Myra Noveck from Jerusalem.",
       "Ronen Bergman; Johnatan Reiss; Myra Noveck"},
      {"Fox News' Jennifer Griffin and William La Jeunesse contributed to this report.",
       "Jennifer Griffin; William La Jeunesse @ Fox News"},
      {"Brian Murphy in Washington contributed to this report.", "Brian Murphy"},
      {"(Reporting by Will Dunham; Editing by Tom Brown)", "Will Dunham"},
      {"(Additional reporting by Oliver Holmes in Beirut and Phil Stewart in Washington; Editing by Gareth Jones)",
       "Oliver Holmes; Phil Stewart"},
      {"— With assistance by Alex Barinka", "Alex Barinka"},
      {"The Associated Press contributed to this report.", ""},
      {"Jane Doe contributed reporting. John Roe contributed research from Kyiv.", "Jane Doe; John Roe"},
  };
  for (const Case& each : cases) EXPECT_EQ(contribution(each.line), each.names) << each.line;
}

TEST(ReadContribution, LeavesSentencesOfTheStory) {
  for (const char* line : {
           "High oil prices contributed to this report of inflation, analysts said.",
           "Qatar and Egypt contributed to this deal.",
           "Jane Doe contributed $100 to this campaign.",
           "Jane Doe contributed reporting from Kyiv that changed how the war was seen in Europe.",
           "Editing by committee rarely works, Jane Doe said.",
           "Reporting by the agency showed that prices rose.",
           "With assistance from Egypt, the sides met on Friday.",
           "“Jane Doe contributed to this report,” the minister said.",
       }) {
    EXPECT_EQ(contribution(line), "none") << line;
  }
}

}  // namespace
}  // namespace dateline
