// The parts that read_page() is made of, where their rules are tables: markup that is cut, names, dates, signs of HTML.
#include <gtest/gtest.h>

#include "indexer/pages/date_in_text.h"
#include "indexer/pages/html_entities.h"
#include "indexer/pages/html_signs.h"
#include "indexer/pages/page_authors.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/strip_markup.h"

namespace dateline {
namespace {

TEST(StripMarkup, CutsWhatIsNeverRead) {
  struct Case {
    std::string_view html, markup;
  };
  const Case cases[] = {
      {"<p>a</p>", "<p>a</p>"},
      {"a<script>b<c</script>d", "a d"},
      {"a<SCRIPT src=x>b</Script >d", "a d"},
      {"a<!-- <p>b</p> -->c", "ac"},
      {"a<style>p{}</style><svg><path/></svg>b", "a  b"},
      {"a<scripted>b</scripted>", "a<scripted>b</scripted>"},
      {"a<script>never closed", "a"},
      {"a<svg>b<p>never closed", "ab<p>never closed"},
      {"a<!-- never closed>b", "ab"},
      {"1 < 2", "1 < 2"},
      {"<div> \n <b>a</b> \n <p> b  c\n\n</p>\n</div>", "<div><b>a</b> <p> b  c\n</p></div>"},
      {"<pre>\n  a\n</pre>", "<pre>\n  a\n</pre>"},
      {"a<img src=x>b<input name=c>d", "abd"},
      {"<p onclick='a > b' data-x=\"<p>\" itemprop=x>a</p>", "<p itemprop=x>a</p>"},
      {"<div class=\"blue\" ID=byline>a", "<div ID=byline>a"},
      {"<div style='color:red'><div style='display: none'>", "<div><div style='display: none'>"},
      {"<a href=x/>a</a><link rel=canonical href=x />", "<a>a</a><link rel=canonical href=x />"},
      {"<p class=\"never closed>a", "<p>a"},
      {"<p class", "<p"},
      {"<p class=\"wide share share-box x\">a", "<p class=\"share\">a"},
      {"<p class=\"x share y comments z\">a", "<p class=\"share comments\">a"},
      {"<span>a <span class=byline>b</span></span> c", "a <span class=byline>b</span> c"},
      {"<span class=byline><span data-x>a</span>b</span></span>", "<span class=byline>ab</span></span>"},
      {"a <span/>b<SPAN> c</SPAN>", "a <span />b c"},
      {"<span", ""},
      {"a<nav class=menu><ul><li>b</ul></nav >c", "a<nav></nav>c"},
      {"<NAV>a<h1>b</h1></NAV>", "<NAV>a<h1>b</h1></NAV>"},
      {"<nav>a<nav>b</nav></nav>c", "<nav>a<nav></nav></nav>c"},
      {"<nav>a<!-- </nav> -->b</nav>c", "<nav>ab</nav>c"},
      {"<nav>a<script>'</nav>'</script>b</nav>c", "<nav>a b</nav>c"},
      {"<nav>a<navy>b</navy></navy>", "<nav>a<navy>b</navy></navy>"},
      {"<nav>never closed", "<nav>never closed"},
  };
  for (const Case& each : cases) EXPECT_EQ(strip_markup(each.html).markup, each.markup) << each.html;
}

TEST(StripMarkup, KeepsJsonLd) {
  const auto stripped = strip_markup("<script>x</script><script type=\"application/ld+json\">{\"a\":1}</script>");
  ASSERT_EQ(stripped.json_ld.size(), 1U);
  EXPECT_EQ(stripped.json_ld[0], "{\"a\":1}");
}

TEST(MarksOfNames, KnowWordsWithinNames) {
  struct Case {
    std::string_view names;
    PageMarks mark;
    bool has;
  };
  const Case cases[] = {
      {"articleBody", kMarkBody, true},
      {"c-article-body__text", kMarkBody, true},
      {"entry-content", kMarkBody, true},
      {"share-buttons", kMarkFurniture, true},
      {"relatedPosts", kMarkFurniture, true},
      {"box read-more", kMarkFurniture, true},
      {"ad", kMarkFurniture, true},
      {"ad-free-reading", kMarkFurniture, false},
      {"shareholders", kMarkFurniture, false},
      {"post-comments", kMarkComments, true},
      {"wp-caption-text", kMarkCaption, true},
      {"twitter-tweet", kMarkEmbed, true},
      {"byline", kMarkCredit, true},
      {"", kMarkFurniture, false},
  };
  for (const Case& each : cases)
    EXPECT_EQ((KnownMarks().of_names(each.names) & each.mark) != 0, each.has) << each.names;
}

TEST(FindDate, ReadsDaysOfManyLanguages) {
  struct Case {
    std::string_view text;
    std::optional<bool> day_first;
    std::string_view date;
  };
  const Case cases[] = {
      {"Published March 12, 2021 at 10:15", {}, "2021-03-12"},
      {"Fri 12th of March 2021", {}, "2021-03-12"},
      {"Stand: 05.03.2019, 12:00 Uhr", {}, "2019-03-05"},
      {"am 5. März 2019", {}, "2019-03-05"},
      {"Publié le 1er août 2019 à 10h", {}, "2019-08-01"},
      {"12 de marzo de 2020", {}, "2020-03-12"},
      {"27 stycznia 2022 r.", {}, "2022-01-27"},
      {"2020年3月5日", {}, "2020-03-05"},
      {"2020-03-05", {}, "2020-03-05"},
      {"25/03/2020", {}, "2020-03-25"},
      {"03/25/2020", {}, "2020-03-25"},
      {"03/04/2020", {}, ""},
      {"03/04/2020", true, "2020-04-03"},
      {"03/04/2020", false, "2020-03-04"},
      {"31.02.2020", {}, ""},
      {"23.09.22", {}, "2022-09-23"},
      {"23.09.22 - Bonn", {}, "2022-09-23"},
      {"(Pescasseroli, 14 gennaio 20)", {}, "2020-01-14"},
      {"14 march 20 ships", {}, ""},
      {"version 10.11.12.13", {}, ""},
      {"1.2.30", {}, ""},
      {"12 ships in 2020", {}, ""},
      {"Friday", {}, ""},
  };
  for (const Case& each : cases) {
    const auto date = find_date(each.text, each.day_first);
    EXPECT_EQ(date ? to_iso(*date) : "", each.date) << each.text;
  }
}

TEST(FindUrlDate, ReadsThePathOnly) {
  struct Case {
    std::string_view url, date;
    std::optional<bool> day_first{};
  };
  const Case cases[] = {
      {"https://a.example/2020/03/05/story", "2020-03-05"},
      {"https://a.example/news/2020-03-05-story", "2020-03-05"},
      {"https://a.example/20200305/story", "2020-03-05"},
      {"https://a.example/2020/mar/05/story", "2020-03-05"},
      {"https://2020-03-05.example/story", ""},
      {"https://a.example/2020/03/story", ""},
      {"https://a.example/story-20200305", ""},
      {"https://a.example/news/25-03-2020", "2020-03-25"},
      {"https://a.example/news/04-03-2020", ""},
      {"https://a.example/news/04-03-2020", "2020-03-04", true},
  };
  for (const Case& each : cases) {
    const auto date = find_url_date(each.url, each.day_first);
    EXPECT_EQ(date ? to_iso(*date) : "", each.date) << each.url;
  }
}

TEST(NameOfByline, ReadsBylinesAndNothingElse) {
  EXPECT_EQ(name_of_byline("By Jane Doe"), "Jane Doe");
  EXPECT_EQ(name_of_byline("Von Grete Holm"), "Grete Holm");
  EXPECT_EQ(name_of_byline("By Friday the ships were gone"), "");
  EXPECT_EQ(name_of_byline("Jane Doe"), "");
}

TEST(WithoutEntities, ResolvesWhatWasEscapedTwice) {
  EXPECT_EQ(without_entities("A&#39;s &amp;quot;B&amp;quot; &lt;C&gt; &nosuch; AT&T &#x2019;"),
            "A's \"B\" <C> &nosuch; AT&T ’");
  EXPECT_EQ(without_entities("&#0; &#xD800; &#99999999999;"), "&#0; &#xD800; &#99999999999;");
}

TEST(HtmlSigns, KnowPagesByTheirMarkup) {
  for (const std::string_view page : {"<!DOCTYPE html>", "\n <html lang=en>", "<!-- saved --><HTML>",
                                      "<?xml version='1.0'?><html>", "<head>", "<meta charset=utf-8>"}) {
    EXPECT_TRUE(looks_like_html(page)) << page;
  }
  for (const std::string_view other :
       {"", "html", "<htmlish>", "<?xml version='1.0'?><rss>", "<p>A text", "{\"a\":\"<html>\"}"}) {
    EXPECT_FALSE(looks_like_html(other)) << other;
  }
}

TEST(HtmlSigns, ReadTheDeclaredCharset) {
  EXPECT_EQ(declared_charset("<meta charset=\"ISO-8859-1\">"), "iso-8859-1");
  EXPECT_EQ(declared_charset("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>"),
            "windows-1251");
  EXPECT_EQ(declared_charset("<html><p>charset=x"), "");
}

}  // namespace
}  // namespace dateline
