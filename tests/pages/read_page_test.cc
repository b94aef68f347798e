// What sample pages become: tests/data/html/NAME.html and NAME.expected beside it. UPDATE_GOLDEN=1 writes the latter
// anew: look at them then.
#include "indexer/pages/read_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "shared/base/strings.h"

namespace dateline {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string shown(const Article& article) {
  std::string origins;
  for (const FieldOrigin& origin : article.origins) origins += concat({" ", origin.field, "=", origin.from});
  return concat({"title: ",
                 article.title,
                 "\npublished: ",
                 to_iso(article.published),
                 "\nsource: ",
                 article.source,
                 "\nurl: ",
                 article.url,
                 "\nauthors: ",
                 join(article.authors, ", "),
                 "\nlanguage: ",
                 article.language,
                 "\ndateline: ",
                 article.dateline,
                 "\nsection: ",
                 article.section,
                 "\ncaption: ",
                 article.caption,
                 "\norigins:",
                 origins,
                 "\n\n",
                 article.text,
                 "\n"});
}

TEST(ReadPage, MakesOfTheSamplePagesWhatIsExpected) {
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/tests/data/html")) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    const std::string made = shown(read_page(bytes_of(entry.path())));
    auto expected = entry.path();
    expected.replace_extension(".expected");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << made;
    EXPECT_EQ(made, bytes_of(expected)) << entry.path();
  }
  EXPECT_GE(pages, 2U);
}

constexpr std::string_view kStory =
    "<p>The harbour of Sandport opened again on Friday morning, three weeks after a freighter ran aground.</p>"
    "<p>The insurers will meet in April, and the harbour master said that he expected a long argument.</p>";

TEST(ReadPage, FindsAStoryThatIsSpreadOverSeveralElements) {
  const Article article =
      read_page(concat({"<body><div class=page><h1>Harbour opens</h1><div class='article-body'>", kStory,
                        "</div><div class=ad>Buy</div><div class='article-body'>", kStory, "</div></div></body>"}));
  EXPECT_EQ(std::count(article.text.begin(), article.text.end(), '\n'), 6);
  EXPECT_EQ(article.text.find("Buy"), std::string::npos);
}

TEST(ReadPage, DoesNotBelieveANameThatWouldTakeTheStoryAway) {
  for (const std::string_view name : {"has-sidebar", "related", "widget", "newsletter", "teaser", "share", "byline"}) {
    const Article article = read_page(concat({"<html><body><div class=", name, ">", kStory, "</div></body></html>"}));
    EXPECT_TRUE(article.text.starts_with("The harbour of Sandport")) << name << ": " << article.text;
  }
}

TEST(ReadPage, TakesADateOfChangeForNoDateOfPublication) {
  const Article article = read_page(concat({"<head><meta property='article:modified_time' content='2020-01-02'></head>",
                                            "<body><h1>Harbour opens</h1><p>Updated: 3 January 2020</p>", kStory}));
  EXPECT_EQ(to_iso(article.published), "");
}

TEST(ReadPage, TakesTheTextThatJsonLdHasWhereThePageHasNone) {
  for (const std::string_view body :
       {"The harbour opened.\\n\\nThe ships came in.", "<p>The harbour opened.<\\/p><p>The ships came in.<\\/p>"}) {
    const Article article =
        read_page(concat({"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"", body,
                          "\"}</script><body><div id=app></div></body>"}));
    EXPECT_EQ(article.text, "The harbour opened.\n\nThe ships came in.") << body;
  }
}

TEST(ReadPage, TakesTheTextOfThePageWhereItHasOne) {
  const Article article =
      read_page(concat({"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"", kStory,
                        kStory, kStory, "\"}</script><body><h1>Harbour opens</h1>", kStory, kStory, "</body>"}));
  EXPECT_EQ(std::count(article.text.begin(), article.text.end(), '\n'), 6);
}

TEST(ReadPage, ReadsSectionAndCaptionOfTheLeadPicture) {
  const Article article =
      read_page(concat({"<head><meta property=article:section content=Harbours></head><body><h1>Harbour opens</h1>"
                        "<figure><img src=a><figcaption>The harbour on Friday</figcaption></figure><article>",
                        kStory, kStory, "<figcaption>A later picture</figcaption>", kStory, "</article></body>"}));
  EXPECT_EQ(article.section, "Harbours");
  EXPECT_EQ(article.caption, "The harbour on Friday");
  EXPECT_EQ(article.text.find("on Friday,"), std::string::npos);
  EXPECT_EQ(article.text.find("A later picture"), std::string::npos);
}

TEST(ReadPage, TakesCreditsBelowTheStoryForContributors) {
  const Article article = read_page(concat({"<body><h1>Harbour opens</h1><article>", kStory, kStory,
                                            "<p>Additional reporting by Paul Smith</p></article></body>"}));
  EXPECT_EQ(article.contributors, std::vector<std::string>{"Paul Smith"});
  EXPECT_EQ(article.text.find("Paul"), std::string::npos);
}

TEST(ReadPage, RepairsTextThatWasReadInAWrongEncoding) {
  const Article article =
      read_page(concat({"<body><h1>Harbour â€” open</h1><p>The harbourâ€™s wait is over.</p>", kStory, "</body>"}));
  EXPECT_EQ(article.title, "Harbour — open");
  EXPECT_TRUE(article.text.starts_with("The harbour’s wait"));
}

TEST(ReadPage, HasNoTextWhereThePageHasNone) {
  for (const std::string_view page : {"", "<html></html>", "<html><body><nav><a href=/>Home</a></nav></body></html>",
                                      "<script>var a = '<p>not a paragraph at all</p>'</script>"}) {
    EXPECT_EQ(read_page(page).text, "") << page;
  }
}

}  // namespace
}  // namespace dateline
