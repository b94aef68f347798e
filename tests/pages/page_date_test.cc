// Which of the dates on a page is that of publication.
#include <gtest/gtest.h>

#include <span>

#include "indexer/pages/read_page.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kStory =
    "<p>The harbour of Sandport opened again on Friday morning, three weeks after a freighter ran aground.</p>"
    "<p>The insurers will meet in April, and the harbour master said that he expected a long argument.</p>";

std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins) {
    if (origin.field == field) return origin.from;
  }
  return {};
}

struct Case {
  std::string_view head, around, date, from;
};

void expect_dates(std::span<const Case> cases) {
  for (const Case& each : cases) {
    const Article article =
        read_page(concat({"<html><head>", each.head, "</head><body><h1>Harbour opens</h1>", each.around,
                          "<div class=article-body>", kStory, "</div></body></html>"}));
    EXPECT_EQ(to_iso(article.published), each.date) << each.head << each.around;
    EXPECT_EQ(origin_of(article, "published"), each.from) << each.head << each.around;
  }
}

TEST(PageDate, IsTheMostTrustedOfThoseThatArePresent) {
  const Case cases[] = {
      {"<meta property=article:published_time content=2020-03-05>"
       "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-03-04\"}</script>",
       "", "2020-03-05", "article:published_time"},
      {"<meta name=date content=2020-03-09>"
       "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-03-04\"}</script>",
       "", "2020-03-04", "json-ld datePublished"},
      {"<link rel=canonical href='https://a.example/2020/03/06/b'>", "<time datetime=2020-03-07>", "2020-03-06", "url"},
      {"<meta name=date content=2020-03-09>", "<time datetime=2020-03-07></time>", "2020-03-07", "time"},
      {"<meta name=date content=2020-03-09>", "", "2020-03-09", "date"},
      {"<meta name=date content=2020-03-09>", "<p>Published: 8 March 2020</p>", "2020-03-08", "text (guessed)"},
  };
  expect_dates(cases);
}

TEST(PageDate, IsGuessedFromTheVisibleTextWhereNothingElseSaysIt) {
  const Case cases[] = {
      {"", "<p>8 March 2020</p>", "2020-03-08", "text (guessed)"},
      {"", "<p>Erschienen am:</p><h2>08.03.2020</h2>", "2020-03-08", "text (guessed)"},
      {"", "<p>Updated 9 March 2020. Published 8 March 2020</p>", "2020-03-08", "text (guessed)"},
      {"", "<p>Letzte Änderung: 9.3.2020</p><p>Erschienen am: 8.3.2020</p>", "2020-03-08", "text (guessed)"},
      {"", "<span class=uploaded-date>08.03.20</span>", "2020-03-08", "text (guessed)"},
      {"",
       "<p>Sandport, 8 March 2020 – The harbour opened again, and the ships that had waited outside for three weeks "
       "came in one after the other, as the harbour master had planned it a month before.</p>",
       "2020-03-08", "text (guessed)"},
      {"",
       "<p>On 8 March 2020 the harbour opened again, and the ships that had waited outside for three weeks came in "
       "one after the other, as the harbour master had planned it a month before.</p>",
       "", ""},
  };
  expect_dates(cases);
}

TEST(PageDate, IsNeverThatOfAChangeOrOfAnotherStory) {
  const Case cases[] = {
      {"<meta property=article:modified_time content=2020-03-09>", "", "", ""},
      {"", "<p>Updated: 9 March 2020</p>", "", ""},
      {"", "<time class=updated datetime=2020-03-09></time>", "", ""},
      {"",
       "<div class=teaser-list><time datetime=2020-03-09>9 March 2020</time></div>"
       "<time datetime=2020-03-08></time>",
       "2020-03-08", "time"},
      {"", "<div class=comments><time datetime=2020-03-09></time></div>", "", ""},
  };
  expect_dates(cases);
}

TEST(PageDate, IsTheDayOfThePlaceWhereTheTimeIsInUtc) {
  const Case cases[] = {
      {"<meta property=article:published_time content=2020-03-05T02:41:00Z>", "<p>4 March 2020, 22:41</p>",
       "2020-03-04", "article:published_time, day of the text"},
      {"<meta property=article:published_time content=2020-03-05T23:00:00Z>", "<p>6. März 2020</p>", "2020-03-06",
       "article:published_time, day of the text"},
      {"<meta property=article:published_time content=2020-03-05T23:00:00Z>", "<p>4 March 2020</p>",
       "2020-03-05T23:00:00Z", "article:published_time"},
      {"<meta property=article:published_time content=2020-03-05T23:00:00+01:00>", "<p>6 March 2020</p>",
       "2020-03-05T23:00:00+01:00", "article:published_time"},
  };
  expect_dates(cases);
}

}  // namespace
}  // namespace dateline
