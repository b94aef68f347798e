// Passages: cut at words, marks kept, whatever the text is.
#include "query/engine/passage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/evidence.h"
#include "query/engine/snippet.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;

std::string marked(const Snippet& snippet) {
  std::string out = snippet.text;
  for (auto span = snippet.highlights.rbegin(); span != snippet.highlights.rend(); ++span) {
    out.insert(span->end, "]");
    out.insert(span->begin, "[");
  }
  return out;
}

TEST(Passage, IsOneLineWithTheMarksMovedAlong) {
  const std::string text = "Before. Joe\n  Biden   spoke with Ann Lee.";
  const TextSpan marks[] = {{8, 19}, {33, 40}};
  EXPECT_EQ(marked(write_passage(text, {8, text.size()}, true, false, marks)), "…[Joe Biden] spoke with [Ann Lee].");
}

TEST(Passage, OfALongTextHasItsFirstMarkInIt) {
  std::string words, letters(5000, 'x');
  for (int i = 0; i < 1000; ++i) words += "word ";
  for (const std::string& text : {words, letters}) {
    for (const TextSpan mark : {TextSpan{0, 4}, TextSpan{2500, 2504}, TextSpan{4990, 4994}}) {
      const TextSpan window = narrow_window(text, {0, text.size()}, std::span(&mark, 1), 200);
      EXPECT_LE(window.begin, mark.begin);
      EXPECT_GE(window.end, mark.end);
      EXPECT_LE(window.end - window.begin, 200U);
    }
  }
}

// A mark longer than the passage must not reach before the text's first byte.
TEST(Passage, OfFewBytesStaysInsideTheText) {
  const std::string text(50, 'x');
  for (std::size_t bytes = 1; bytes < 60; ++bytes) {
    const TextSpan mark{3, 47};
    const TextSpan window = narrow_window(text, {0, text.size()}, std::span(&mark, 1), bytes);
    EXPECT_LE(window.end, text.size());
    EXPECT_LE(window.begin, window.end);
  }
  auto stemmer = Stemmer::create("english");
  ASSERT_TRUE(stemmer);
  const std::vector<HighlightForm> forms = {{.stems = {std::string(stemmer->stem(std::string(40, 'y')))}, .unit = 0}};
  for (std::size_t bytes = 1; bytes < 60; ++bytes) {
    SnippetMaker(forms, bytes, *stemmer).make(std::string(40, 'y') + " and more words than fit.");
  }
}

std::vector<std::string> cited(const Article& article, const std::vector<Mention>& mentions) {
  std::vector<std::string> out;
  for (const Citation& citation : cite(article, mentions)) out.push_back(marked(citation.passage));
  return out;
}

TEST(Evidence, IsTheSentenceWithTheMentionMarked) {
  const Article article{.title = "Talks with Biden",
                        .text = "Rain fell. Joe Biden met Ann Lee in Doha. Mr. Biden left early.\n\nJoe\nBiden slept."};
  EXPECT_THAT(cited(article, {{11, 16, true}, {11, 20}, {46, 51}, {65, 74}}),
              ElementsAre("Talks with [Biden]", "[Joe Biden] met Ann Lee in Doha.", "Mr. [Biden] left early.",
                          "[Joe Biden] slept."));
}

TEST(Evidence, LeavesOutSpansThatAreNotInTheText) {
  const Article article{.title = "T", .text = "Joe."};
  EXPECT_THAT(cited(article, {{0, 3}, {3, 3}, {2, 1}, {0, 5}, {4000000000, 4000000001}, {0, 2, true}}),
              ElementsAre("[Joe]."));
}

TEST(Evidence, OfASentenceWithoutEndIsCutAroundTheName) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Word ";
  const std::size_t begin = text.size();
  text += "Joe Biden ";
  for (int i = 0; i < 20000; ++i) text += "Word ";
  const auto citations =
      cite(Article{.text = text}, {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 9)}});
  ASSERT_EQ(citations.size(), 1U);
  EXPECT_LT(citations[0].passage.text.size(), 700U);
  ASSERT_EQ(citations[0].passage.highlights.size(), 1U);
  const TextSpan mark = citations[0].passage.highlights[0];
  EXPECT_EQ(citations[0].passage.text.substr(mark.begin, mark.end - mark.begin), "Joe Biden");
}

}  // namespace
}  // namespace dateline
