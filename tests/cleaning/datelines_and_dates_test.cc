// Places and dates at the head of a story, and text that only looks like them.
#include <gmock/gmock.h>

#include "indexer/cleaning/date_header.h"
#include "indexer/cleaning/find_dateline.h"

namespace dateline {
namespace {

struct Case {
  std::string text;
  std::string expected;
};

std::string dateline_of(const std::string& text) {
  const auto found = find_dateline(text);
  return found ? found->place + (found->publisher.empty() ? "" : " @ " + found->publisher) : "none";
}

TEST(FindDateline, TakesPlacesAsAgenciesWriteThem) {
  const Case cases[] = {
      {"JERUSALEM, Israel — In a sign that", "JERUSALEM, Israel"},
      {"ANCHORAGE, Alaska  (Reuters) - Exxon", "ANCHORAGE, Alaska @ Reuters"},
      {"CLEVELAND, Feb 26 - Standard Oil", "CLEVELAND"},
      {"NEW YORK (AP) — Stocks rose", "NEW YORK @ Associated Press"},
      {"ROCHESTER, N.Y., Feb 26 - Eastman", "ROCHESTER, N.Y."},
      {"KYIV, Ukraine, March 3 (Reuters) - The", "KYIV, Ukraine @ Reuters"},
      {"London (Reuters) – Britain", "London @ Reuters"},
      {"New York, June 1 - Sugar prices", "New York"},
      {"BRUSSELS, March 27, Reuter - The", "BRUSSELS @ Reuters"},
      {"SÃO PAULO — Prosecutors", "SÃO PAULO"},
      {"ST. JOHN'S, Newfoundland -- Boats", "ST. JOHN'S, Newfoundland"},
      {"NEW YORK/LONDON (Reuters) - Oil", "NEW YORK/LONDON @ Reuters"},
      {"WASHINGTON — President", "WASHINGTON"},
      {"By Sylvia Westall BEIRUT (Reuters) - The", "BEIRUT @ Reuters"},
      {"(Reuters) - Shares", " @ Reuters"},
      {"CNN — Mediators", " @ CNN"},
  };
  for (const Case& each : cases) EXPECT_EQ(dateline_of(each.text), each.expected) << each.text;
}

TEST(FindDateline, LeavesWhatIsNotCertain) {
  for (const char* text : {
           "He also warned Iran — which backs Hamas — to stop.",
           "NATO — The alliance met",
           "BREAKING — The bridge fell",
           "UPDATE 1-Oil rises - traders say",
           "BERLIN — which had been divided — was one city",
           "Biden, however, said – after a pause – that",
           "Washington (the state, not the city) - Rain",
           "ISIS USES CHEMICAL WEAPONS - Report",
           "The well-known cease-fire was a break-through",
           "JERUSALEM, Israel",
           "THIS IS A VERY LONG LINE OF CAPITALS THAT GOES ON AND ON AND NEVER SEEMS TO STOP UNTIL A DASH COMES ALONG "
           "AT LAST — So",
           "",
           "—",
           "- ",
       }) {
    EXPECT_EQ(dateline_of(text), "none") << text;
  }
}

TEST(FindDateline, KnowsWhereTheSentenceBegins) {
  const std::string text = "JERUSALEM, Israel — In a sign";
  EXPECT_EQ(text.substr(find_dateline(text)->length), "In a sign");
}

TEST(FindStoryDateline, LooksBelowAStandfirstButNotIntoTheStory) {
  EXPECT_EQ(find_story_dateline("A standfirst.\n\nJERUSALEM, Israel — In a sign")->place, "JERUSALEM, Israel");
  EXPECT_FALSE(find_story_dateline("One.\n\nTwo.\n\nThree.\n\nJERUSALEM, Israel — In a sign"));
}

std::string date_of(const std::string& line) {
  const auto date = read_date_line(line);
  return date ? to_iso(date->date) + (date->updated ? " updated" : "") : "none";
}

TEST(ReadDateLine, TakesLinesThatAreOnlyADate) {
  const Case cases[] = {
      {"Published 16 August 2024", "2024-08-16"},
      {"Published: August 16, 2024", "2024-08-16"},
      {"Friday, January 4, 2019", "2019-01-04"},
      {"2024-08-16", "2024-08-16"},
      {"Date: 2024-08", "2024-08"},
      {"Published 10:03 AM EDT, Fri August 16, 2024", "2024-08-16"},
      {"Last updated September 14, 2016", "2016-09-14 updated"},
      {"Published 16 August 2024 · Updated 17 August 2024", "2024-08-16"},
      {"Posted on 3 June 2023", "2023-06-03"},
  };
  for (const Case& each : cases) EXPECT_EQ(date_of(each.text), each.expected) << each.text;
}

TEST(ReadDateLine, NeverGuesses) {
  for (const char* line : {"Friday", "Updated 2 hours ago", "Published yesterday", "2024", "16 August", "03/04/2024",
                           "On 16 August 2024, they met.", "Published 16 August 2024 by a house in Kyiv that closed",
                           "31 February 2024", ""}) {
    EXPECT_EQ(date_of(line), "none") << line;
  }
}

TEST(ReadDatePrefix, GivesTheDateAndLeavesTheSentence) {
  const auto prefix = read_date_prefix(" date 2024-08 Parley in Qatar is said to resume.");
  ASSERT_TRUE(prefix);
  EXPECT_EQ(to_iso(prefix->date), "2024-08");
  EXPECT_EQ(prefix->rest, "Parley in Qatar is said to resume.");
  EXPECT_EQ(to_iso(read_date_prefix("Date: 2024-08-16")->date), "2024-08-16");
  EXPECT_FALSE(read_date_prefix("Date 2024 was a year of talks."));
  EXPECT_FALSE(read_date_prefix("Dates 2024-08 are sweet."));
  EXPECT_FALSE(read_date_prefix("2024-08 Parley"));
}

}  // namespace
}  // namespace dateline
