// Profiles and mentions as people see them.
#include "query/cli/entity_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "query/cli/citation_format.h"
#include "query/cli/column_chart.h"
#include "tests/cli/golden_files.h"

namespace dateline::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<FacetValueView> months(int first_year, int years) {
  std::vector<FacetValueView> out;
  for (int i = 0; i < years * 12; i += i % 5 == 0 ? 2 : 1) {
    const std::string month = std::to_string(i % 12 + 1);
    out.push_back({std::to_string(first_year + i / 12) + (month.size() == 1 ? "-0" : "-") + month,
                   static_cast<std::uint64_t>(i * 7 % 41), false});
  }
  return out;
}

CitationView citation(std::string id, std::size_t begin, std::string sentence, MarkedSpan mark) {
  CitationView view;
  view.id = std::move(id);
  view.title =
      "Mediators leave Doha with a new proposal, a date in Cairo, and a good deal more to talk about than before";
  view.published = "2024-08-16T14:30:00+02:00";
  view.source = "Example Wire";
  view.begin = begin;
  view.sentence = std::move(sentence);
  view.marks = {mark};
  return view;
}

std::vector<CitationView> citations() {
  std::vector<CitationView> out;
  CitationView title = citation("wire-1", 0, "", {0, 9});
  title.sentence = title.title;
  title.in_title = true;
  out.push_back(title);
  out.push_back(citation("wire-1", 120,
                         "Joe Biden rang \x1b[31mCairo, and Mr. Biden rang Doha; nobody there had slept since the "
                         "talks began on Thursday morning, they said.",
                         {0, 9}));
  out.push_back(citation("wire-1", 149, out.back().sentence, {35, 40}));
  out.push_back(citation("wire-1", 12345, "“Biden”, said one.", {3, 8}));
  out.push_back(citation("wire-2", 7, "Then Biden slept.", {5, 10}));
  return out;
}

ProfileView sample() {
  ProfileView view;
  view.choice.asked = "biden";
  view.choice.chosen = CandidateView{"96", "person", "Joe Biden", 1812};
  view.choice.others = {{"104", "person", "Hunter Biden", 31}, {"1121", "organization", "Biden Foundation", 3}};
  view.choice.fitting = 3;
  view.external_id = "Q6279";
  view.first = "2019-03-04";
  view.last = "2024-08-16T14:30:00+02:00";
  view.undated = 12;
  view.names_from = 200;
  view.names = {{"Biden", 1310, false},
                {"Joe Biden", 502, false},
                {"President Biden", 40, false},
                {"Joseph R. Biden Jr.", 3, false},
                {"BIDEN", 2, false},
                {"Joe", 1, false}};
  view.other_names = {"Joseph Robinette Biden", "拜登"};
  view.merged = {{"Jo Biden", true}, {"Biden", false}, {"Joseph Biden", false}};
  view.merged_total = 3;
  view.company = {{"person", true, 321, {{"Donald Trump", 812, false}, {"Kamala Harris", 640, false}}},
                  {"place", true, 2, {{"Gaza", 234, false}, {"東京", 3, false}}},
                  {"organization", true, 0, {}}};
  view.months = months(2019, 5);
  view.newest = citations();
  view.newest.erase(view.newest.begin());
  view.took_ms = 12.34;
  return view;
}

MentionsView mentions() {
  MentionsView view;
  view.choice = sample().choice;
  view.query = "ceasefire";
  view.total = 4031;
  view.articles = 1204;
  view.tagged = 2;
  view.offset = 20;
  view.citations = citations();
  view.notes = {"place:paris stands for 2 places: Paris, Paris"};
  view.took_ms = 3.21;
  return view;
}

TEST(EntityFormat, PrintsProfilesLikeTheGoldenFiles) {
  expect_golden_on_every_screen("entity", [](const Screen& screen) { return format_profile(sample(), screen); });
}

TEST(EntityFormat, PrintsMentionsLikeTheGoldenFiles) {
  expect_golden_on_every_screen("mentions", [](const Screen& screen) { return format_mentions(mentions(), screen); });
}

TEST(EntityFormat, PrintsWhereAPlaceIs) {
  ProfileView place;
  place.choice.chosen = CandidateView{"1", "place", "Quito", 1};
  place.choice.fitting = 1;
  place.country = "EC";
  place.coordinates = api::Coordinates{-0.2299, -78.5249};
  EXPECT_THAT(format_profile(place, {80, false}), StartsWith("Quito · place in EC, 0.23° S 78.52° W\n1 article · =1"));
}

TEST(EntityFormat, KeepsLinesWithinTheScreenAndTheirEscapesOut) {
  for (std::size_t width = 26; width <= 240; width += 3) {
    std::istringstream lines(format_profile(sample(), {width, false}) + format_mentions(mentions(), {width, false}));
    for (std::string line; std::getline(lines, line);) {
      ASSERT_LE(display_width(line), width) << line;
      ASSERT_EQ(line.find('\x1b'), std::string::npos);
    }
  }
}

TEST(EntityFormat, ListsWhomANameMayMean) {
  ChoiceView choice;
  choice.asked = "chase";
  choice.others = {{"12", "organization", "Chase", 1204}, {"8", "person", "Chevy Chase", 1}};
  choice.fitting = 25;
  EXPECT_EQ(report_of(choice, "entity"),
            "dateline: 'chase' may be any of 25\n"
            "  organization  Chase        1,204 articles  =12\n"
            "  person        Chevy Chase       1 article  =8\n"
            "  and 23 more\n"
            "hint: choose one with --kind, its full name, or its number: dateline entity =12\n");
}

TEST(EntityFormat, SaysWhatAnUnknownNameIsPerhapsASlipFor) {
  ChoiceView choice;
  choice.asked = "jo \x1b[2Jbidden";
  EXPECT_THAT(report_of(choice, "mentions"), HasSubstr("is called 'jo [2Jbidden'\nhint: "));
  choice.suggestions = {{"8", "person", "Joe Biden", 1}};
  EXPECT_THAT(report_of(choice, "mentions"), HasSubstr("\nhint: did you mean 'Joe Biden' (person, 1 article)?\n"));
  choice.rejected = true;
  EXPECT_THAT(report_of(choice, "mentions"), HasSubstr("\nhint: people said that it is none"));
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

TEST(ColumnChart, IsByMonthWhileThatFits) {
  EXPECT_EQ(first_line(format_column_chart(months(2019, 2), {80, false})), "Articles by month");
  EXPECT_EQ(first_line(format_column_chart(months(2015, 6), {80, false})), "Articles by month");
  EXPECT_EQ(first_line(format_column_chart(months(2010, 10), {80, false})), "Articles by year");
  EXPECT_EQ(first_line(format_column_chart(months(1800, 200), {80, false})), "Articles by 3 years");
  EXPECT_EQ(first_line(format_column_chart({{"2023", 1, false}, {"2024-05", 1, false}}, {80, false})),
            "Articles by year");
}

TEST(ColumnChart, OfLessThanTwoPeriodsIsNone) {
  EXPECT_EQ(format_column_chart({}, {80, false}), "");
  EXPECT_EQ(format_column_chart({{"2024-05", 7, false}}, {80, false}), "");
}

TEST(ColumnChart, IsAsHighAsItsCounts) {
  EXPECT_EQ(format_column_chart({{"2023-11", 8, false}, {"2024-01", 4, false}, {"2024-02", 1, false}}, {80, false}),
            "Articles by month\n"
            "  8 ███\n"
            "    ███\n"
            "    ███     ███\n"
            "    ███     ███ ▄▄▄\n"
            "    2023-11 2024-02\n");
}

TEST(ColumnChart, ShowsOneArticleAmongThousands) {
  EXPECT_THAT(format_column_chart({{"2023-11", 100000, false}, {"2023-12", 1, false}}, {80, false}),
              HasSubstr("███ ▁▁▁\n"));
}

TEST(Citations, OfOneSentenceAreMarkedInOneCopy) {
  const auto articles = format_citations(citations(), true, {100, true});
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].find("rang"), articles[0].find("rang [31mCairo"));
  EXPECT_THAT(articles[0], HasSubstr("\x1b[1;31mJoe Biden\x1b[0m rang"));
  EXPECT_THAT(articles[0], HasSubstr("Mr. \x1b[1;31mBiden\x1b[0m rang"));
}

}  // namespace
}  // namespace dateline::cli
