// Pages that are damaged or made to hurt: they end, soon, with what can be read of them. Mutations of the samples are
// seeded, so that a failure comes again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "indexer/pages/libxml_page_parser.h"
#include "indexer/pages/strip_markup.h"
#include "shared/base/strings.h"
#include "tests/fuzz/check_pages.h"

namespace dateline {
namespace {

constexpr std::string_view kStory =
    "<p>The harbour of Sandport opened again on Friday morning, three weeks after a freighter ran aground.</p>";

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  all.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(HostilePages, OfAnyDepthAreReadAsFarAsTheLimit) {
  for (const std::string_view tag : {"div", "table", "b", "ul", "x-y", "blockquote"}) {
    const std::string open = repeated(concat({"<", tag, ">"}), 100'000);
    const std::string close = repeated(concat({"</", tag, ">"}), 100'000);
    EXPECT_TRUE(read_page(concat({"<body>", kStory, open, "deep", close})).text.starts_with("The harbour")) << tag;
    EXPECT_EQ(check_page(concat({"<body>", open, kStory})), "") << tag;
    EXPECT_EQ(check_page(concat({"<body>", close, kStory})), "") << tag;
  }
}

TEST(HostilePages, OfAnySizeEnd) {
  EXPECT_EQ(check_page(repeated(kStory, 200'000)), "");
  EXPECT_EQ(check_page(repeated("<", 3'000'000)), "");
  EXPECT_EQ(check_page(repeated("<!--", 1'000'000)), "");
  EXPECT_EQ(check_page(repeated("<svg>", 1'000'000)), "");
  EXPECT_EQ(check_page(repeated("<nav>", 1'000'000)), "");
  EXPECT_EQ(check_page(concat({repeated("<nav><p>", 500'000), "</nav>"})), "");
  EXPECT_EQ(check_page(repeated("&amp;", 1'000'000)), "");
  EXPECT_EQ(check_page(concat({"<p ", repeated("class=related ", 300'000), ">", kStory})), "");
  EXPECT_EQ(check_page(concat({"<p class='", repeated("a-", 1'000'000), "'>", kStory})), "");
}

// What is read of one page is bounded, whatever its size.
TEST(HostilePages, OfFiftyMegabytesAreReadAsFarAsTheLimits) {
  constexpr std::size_t kBytes = 50'000'000;
  const PageLimits limits;
  for (const std::string_view part :
       {kStory, std::string_view("<b class=byline>a</b>"), std::string_view("harbour ")}) {
    const std::string page = concat({"<body><h1>Harbour opens</h1>", repeated(part, kBytes / part.size())});
    const PageTree tree = parse_page(strip_markup(page).markup);
    EXPECT_LE(tree.nodes.size(), limits.nodes) << part;
    EXPECT_LE(tree.text.size(), limits.text_bytes) << part;
    EXPECT_LE(tree.values.size(), limits.text_bytes) << part;
    EXPECT_LE(read_page(page).text.size(), limits.text_bytes + 2 * limits.nodes) << part;  // a blank line each
  }
}

// Parts of which each is compared with others, or which stand in each other: no time that grows with their square.
TEST(HostilePages, WithManyOfOneKindEnd) {
  constexpr std::size_t kMany = 50'000;
  for (const std::string_view part :
       {"<p class=byline>By Jane Doe</p>", "<h1>Harbour opens again</h1>", "<time>5 March 2020</time>",
        "<meta property=og:title content='Harbour opens'>", "<span rel=author>Jane Doe</span>",
        "<figure><figcaption>x</figcaption></figure>", "<div class=byline>", "<h1>", "<p>Published: soon</p>",
        "<link rel=canonical href='https://a.example/'>", "<br>Harbour", "<div class=article-body>a</div>"}) {
    const std::string many = repeated(part, kMany);
    EXPECT_EQ(check_page(concat({"<body><h1>Harbour opens</h1>", many, kStory, repeated(kStory, 100)})), "") << part;
  }
  EXPECT_EQ(check_page(concat({"<meta name=description content='", repeated("Harbour opens ", kMany),
                               "'><h1>Harbour opens</h1>", repeated(kStory, 5'000)})),
            "");
}

TEST(HostilePages, WithJsonOfAnyDepthEnd) {
  const std::string deep = repeated("[", 300'000) + repeated("]", 300'000);
  EXPECT_EQ(check_page(concat({"<script type='application/ld+json'>", deep, "</script>", kStory})), "");
  EXPECT_EQ(
      check_page(concat({"<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"},",
                         "\"headline\":7,\"datePublished\":[[]],\"@id\":\"a\",\"name\":\"a\"}</script>", kStory})),
      "");
}

TEST(HostilePages, CutOrDamagedAnywhereAreReadOrEmpty) {
  std::mt19937 random(20210312);
  for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/tests/data/html")) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const std::string page = bytes.str();
    for (int round = 0; round < 400; ++round) {
      std::string damaged = page.substr(0, random() % (page.size() + 1));
      for (int i = 0; i < round % 8 && !damaged.empty(); ++i) {
        damaged[random() % damaged.size()] = "<>\"'&;-/\0 a"[random() % 11];
      }
      ASSERT_EQ(check_page(damaged), "") << entry.path() << " round " << round;
    }
  }
}

}  // namespace
}  // namespace dateline
