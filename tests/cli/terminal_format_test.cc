// What people see, as files in golden/: at 80 and 200 columns, with colour and without.
#include "query/cli/terminal_format.h"

#include <gtest/gtest.h>

#include <sstream>

#include "query/cli/date_periods.h"
#include "tests/cli/golden_files.h"

namespace dateline::cli {
namespace {

HitView hit(std::uint64_t rank, std::string title, std::string snippet, std::vector<MarkedSpan> marks) {
  HitView view;
  view.rank = rank;
  view.id = "wire-2024-08-" + std::to_string(rank);
  view.title = std::move(title);
  view.published = "2024-08-16T14:30:00+02:00";
  view.source = "Example Wire";
  view.snippet = std::move(snippet);
  view.highlights = std::move(marks);
  return view;
}

ResultsView sample() {
  ResultsView view;
  view.matched = 1234;
  view.took_ms = 1.34;
  view.offset = 8;
  view.hits = {
      hit(9, "Talks on a ceasefire resume in Doha",
          "Negotiators met again on Friday to close the gaps that remain. A ceasefire, officials said, is nearer than "
          "at any time "
          "since spring; others warned that a cease-fire had been near before, and that hostages and prisoners remain "
          "the hard part.",
          {{65, 74}, {154, 164}}),
      hit(10, "東京で停戦協議、各国の代表が出席し今後の方針を確認した。次回の会合は来月ジュネーブで開かれる予定である",
          "停戦 was discussed.", {{0, 6}}),
      hit(11,
          "A title with an escape \x1b[31m and a tab\tin it, which is also so long that it has to be broken at eighty "
          "columns",
          "", {}),
  };
  view.hits[2].id = "/srv/archives/news/2024/08/16/a-path-that-is-much-too-long-for-one-line/articles.jsonl#123456";
  view.hits[1].published = "";
  view.hits[2].source = "";
  view.facets = {
      {"person",
       true,
       321,
       {{"Joe Biden", 812, true},
        {"Benjamin Netanyahu", 640, false},
        {"Yahya Sinwar", 7, false},
        {"Mohammed bin Abdulrahman bin Jassim Al Thani", 1, false}}},
      {"place", true, 2, {{"Gaza", 1234, false}, {"東京", 3, false}}},
      {"organization", true, 0, {}},
      {"source", false, 1, {{"Example Wire", 1234, false}}},
      {"date", true, 3, {{"2024-06", 10, false}, {"2024-07", 0, false}, {"2024-08", 1224, false}}},
  };
  view.notes = {"person:biden stands for 2 people: Joe Biden, Hunter Biden"};
  return view;
}

TEST(TerminalFormat, PrintsResultsLikeTheGoldenFiles) {
  expect_golden_on_every_screen("results", [](const Screen& screen) { return format_results(sample(), screen); });
}

TEST(TerminalFormat, PrintsCountsLikeTheGoldenFiles) {
  expect_golden_on_every_screen("counts", [](const Screen& screen) {
    ResultsView view = sample();
    view.hits.clear();
    view.offset = 0;
    FacetView& dates = view.facets.back();
    dates.values.clear();
    for (int i = 0; i < 500; ++i) {
      dates.values.push_back({std::to_string(1500 + i), static_cast<std::uint64_t>(i == 300 ? 90 : i % 37), false});
    }
    return format_counts(view, screen);
  });
}

TEST(TerminalFormat, PrintsArticlesLikeTheGoldenFiles) {
  expect_golden_on_every_screen("article", [](const Screen& screen) {
    ArticleView view;
    view.id = "wire-1";
    view.title = "Talks on a ceasefire resume in Doha";
    view.title_made = true;
    view.published = "2024-08";
    view.source = "Example Wire";
    view.url = "https://example.org/a";
    view.path = "/srv/news/a.jsonl";
    view.record = 1042;
    view.words = 1;
    view.authors = {"Ann Example", "Bo Example"};
    view.text =
        "DOHA (Wire) — Negotiators met again on Friday to close the gaps that remain before a truce can begin.\n\n"
        "\n\x1b[2JA second paragraph\nA third one";
    view.entities = {{"person", true, 1, {{"Joe Biden", 3, false}}},
                     {"place", true, 0, {}},
                     {"organization", true, 2, {{"Hamas", 2, false}, {"Given by the publisher", 0, false}}}};
    return format_article(view, screen);
  });
}

TEST(TerminalFormat, PutsLinesThatAWireWrappedTogetherAgain) {
  ArticleView view;
  view.text =
      "Japan has complained to the secretariat of the General Agreement\non Tariffs and Trade that the plan breaks its "
      "rules.\n    They said so early in the month, an official said on Monday\nmorning.\nTable\nRow one";
  const std::string shown = format_article(view, {200, false});
  EXPECT_NE(shown.find("General Agreement on Tariffs"), std::string::npos) << shown;
  EXPECT_NE(shown.find("\n\nThey said so early in the month, an official said on Monday morning.\n"), std::string::npos)
      << shown;
  EXPECT_NE(shown.find("\nTable\n\nRow one"), std::string::npos) << shown;
}

TEST(TerminalFormat, SaysWhenNothingMatches) {
  ResultsView view;
  view.took_ms = 0.2;
  view.suggestion = "3 articles have most of these words: --match most";
  EXPECT_EQ(format_results(view, {}),
            "no article matches · 0.2 ms\n3 articles have most of these words: --match most\n");
}

TEST(TerminalFormat, SaysWhenTheOffsetIsBeyondTheLastHit) {
  ResultsView view;
  view.matched = 1;
  view.offset = 5;
  EXPECT_EQ(format_results(view, {}), "1 article · 0.0 ms\nno hits from here on: there are fewer\n");
}

TEST(TerminalFormat, ShowsWhatElseCouldBeChosenWhenASelectionMatchesNothing) {
  ResultsView view;
  view.facets = {{"person", true, 1, {{"Joe Biden", 2, false}}}};
  EXPECT_NE(format_results(view, {}).find("Joe Biden"), std::string::npos);
}

TEST(TerminalFormat, IsTheSameTextWithoutColour) {
  std::string bare;
  const std::string colored = format_results(sample(), {80, true});
  for (std::size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b')
      i = colored.find('m', i);
    else
      bare += colored[i];
  }
  std::istringstream colored_lines(bare), plain_lines(format_results(sample(), {80, false}));
  for (std::string a, b; std::getline(plain_lines, a);) {
    ASSERT_TRUE(std::getline(colored_lines, b));
    EXPECT_EQ(b.substr(0, b.find_last_not_of(' ') + 1), a);
  }
}

TEST(TerminalFormat, KeepsEveryLineOfFacetsWithinTheScreen) {
  for (std::size_t width = 20; width <= 240; ++width) {
    std::istringstream lines(format_facets(sample().facets, {width, false}));
    for (std::string line; std::getline(lines, line);) ASSERT_LE(display_width(line), width) << line;
  }
}

std::string filled(const std::vector<std::string>& periods) {
  std::vector<FacetValueView> values;
  for (const std::string& period : periods) values.push_back({period, 1, false});
  std::string text;
  for (const FacetValueView& value : with_gaps_filled(values)) text += value.name + (value.count == 0 ? "? " : " ");
  return text;
}

TEST(DatePeriods, AreFilledWhereNoArticleIs) {
  EXPECT_EQ(filled({"2020", "2023"}), "2020 2021? 2022? 2023 ");
  EXPECT_EQ(filled({"2023-11", "2024-02"}), "2023-11 2023-12? 2024-01? 2024-02 ");
  EXPECT_EQ(filled({"2024-02-27", "2024-03-02"}), "2024-02-27 2024-02-28? 2024-02-29? 2024-03-01? 2024-03-02 ");
  EXPECT_EQ(filled({"2024-01", "2024-02"}), "2024-01 2024-02 ");
}

TEST(DatePeriods, StayAsTheyAreWhereTheyCannotBeFilled) {
  EXPECT_EQ(filled({}), "");
  EXPECT_EQ(filled({"1000-01-01", "2999-12-31"}), "1000-01-01 2999-12-31 ");
  EXPECT_EQ(filled({"unknown", "when"}), "unknown when ");
  EXPECT_EQ(filled({"2024", "2024-05"}), "2024 2024-05 ");
  EXPECT_EQ(filled({"2024-13", "2024-15"}), "2024-13 2024-15 ");
}

TEST(TerminalFormat, PrintsATreeWithOneNodeALine) {
  EXPECT_EQ(format_tree(R"((and (words (word "a (b") (word "c\"")) (not (all) (word "d"))))"),
            "(and\n  (words\n    (word \"a (b\")\n    (word \"c\\\"\"))\n  (not\n    (all)\n    (word \"d\")))\n");
}

}  // namespace
}  // namespace dateline::cli
