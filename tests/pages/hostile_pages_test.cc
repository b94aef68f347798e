// Pages that are damaged or made to hurt: they end, soon, with what can be read of them. Mutations of the samples are
// seeded, so that a failure comes again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

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
  EXPECT_EQ(check_page(repeated("&amp;", 1'000'000)), "");
  EXPECT_EQ(check_page(concat({"<p ", repeated("class=related ", 300'000), ">", kStory})), "");
  EXPECT_EQ(check_page(concat({"<p class='", repeated("a-", 1'000'000), "'>", kStory})), "");
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
