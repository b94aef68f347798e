// The engine's parts by themselves: phrase bytes, snippets, counting, histograms, HTML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

#include "query/engine/date_histogram.h"
#include "query/engine/facet_counter.h"
#include "query/engine/match_rule.h"
#include "query/engine/results_json.h"
#include "query/engine/snippet.h"
#include "query/engine/xapian_phrase_source.h"
#include "shared/base/bytes.h"
#include "shared/base/strings.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string tokens(const std::vector<std::uint32_t>& ids) {
  std::string out;
  for (const std::uint32_t id : ids) append_leb128(out, id);
  return out;
}

TEST(PhraseBytes, AreFoundAtNumberBordersOnly) {
  const std::vector<std::uint32_t> phrase = {5, 300};
  const std::string bytes = encode_phrase(phrase);
  EXPECT_TRUE(has_phrase(tokens({5, 300}), bytes));
  EXPECT_TRUE(has_phrase(tokens({9, 1000, 5, 300, 4}), bytes));
  EXPECT_FALSE(has_phrase(tokens({5, 0, 300}), bytes)) << "a sentence ends between";
  EXPECT_FALSE(has_phrase(tokens({300, 5}), bytes));
  // 133 and 5 * 128 + 5 end in the byte 5 with a continuation bit before it.
  EXPECT_FALSE(has_phrase(tokens({5 * 128 + 5, 300}), bytes));
  EXPECT_TRUE(has_phrase(tokens({5 * 128 + 5, 300, 5, 300}), bytes)) << "looks on after a false hit";
  EXPECT_FALSE(has_phrase("", bytes));
  EXPECT_FALSE(has_phrase(tokens({5, 300}), ""));
  EXPECT_FALSE(has_phrase(tokens({5, 300}).substr(0, 2), bytes)) << "a record that was cut";
}

TEST(PhraseBytes, TitleEndsAtItsMarkAndNotInsideANumber) {
  EXPECT_EQ(title_of(tokens({7, 8, 2, 9})), tokens({7, 8}));
  EXPECT_EQ(title_of(tokens({2 * 128 + 1, 8, 2, 9})), tokens({2 * 128 + 1, 8}));
  EXPECT_EQ(title_of(tokens({2, 9})), "");
  EXPECT_EQ(title_of(tokens({7, 8})), tokens({7, 8}));
}

TEST(MatchRule, AsksForTwoThirdsRoundedUp) {
  constexpr std::size_t kExpected[] = {0, 1, 2, 2, 3, 4, 4, 5, 6, 6};
  for (std::size_t n = 0; n < 10; ++n) EXPECT_EQ(words_required(MatchMode::kMost, n), kExpected[n]) << n;
  EXPECT_EQ(words_required(MatchMode::kAny, 5), 1U);
  EXPECT_EQ(words_required(MatchMode::kAll, 5), 5U);
}

class SnippetTest : public ::testing::Test {
 protected:
  // The snippet with its matches in brackets.
  std::string make(const std::string& text, const std::vector<WordForm>& forms, std::size_t bytes) {
    std::vector<HighlightForm> units;
    for (std::size_t i = 0; i < forms.size(); ++i) units.push_back({.stems = forms[i], .unit = i});
    const Snippet snippet = SnippetMaker(units, bytes, stemmer_).make(text);
    EXPECT_EQ(find_invalid_utf8(snippet.text), std::string::npos);
    std::string out;
    std::size_t at = 0;
    for (const TextSpan span : snippet.highlights) {
      EXPECT_LE(at, span.begin);
      EXPECT_LE(span.end, snippet.text.size());
      out +=
          snippet.text.substr(at, span.begin - at) + "[" + snippet.text.substr(span.begin, span.end - span.begin) + "]";
      at = span.end;
    }
    return out + snippet.text.substr(at);
  }
  Stemmer stemmer_ = std::move(*Stemmer::create("english"));
};

TEST_F(SnippetTest, TakesTheSentencesWithMostDifferentWords) {
  const std::string text =
      "Rain fell on the town all day. Rain, rain and rain again. The mayor spoke of a flood and of rain. Nobody "
      "answered.";
  EXPECT_EQ(make(text, {{"rain"}, {"mayor"}}, 50), "The [mayor] spoke of a flood and of [rain].");
  EXPECT_EQ(make(text, {{"answer"}}, 30), "Nobody [answered].");
  EXPECT_EQ(make(text, {}, 40), "Rain fell on the town all day.") << "without a match, the beginning";
  EXPECT_EQ(make("", {{"rain"}}, 40), "");
}

TEST_F(SnippetTest, MarksPhrasesAsAWholeOnlyAndCompoundsAtOnce) {
  EXPECT_EQ(make("A white house and the White House.", {{"white", "hous"}}, 100),
            "A [white] [house] and the [White] [House].");
  EXPECT_EQ(make("A house, white. White walls.", {{"white", "hous"}}, 100), "A house, white. White walls.");
  EXPECT_EQ(make("The cease-fire holds.", {{"ceasefir"}}, 100), "The [cease-fire] holds.");
  EXPECT_EQ(make("The cease-fire holds.", {{"ceasefir"}, {"fire"}}, 100), "The [cease-fire] holds.")
      << "no mark in a mark";
}

TEST_F(SnippetTest, CutsLongSentencesAtWords) {
  std::string text = "Start";
  for (int i = 0; i < 200; ++i) text += " filler";
  text += " needle";
  for (int i = 0; i < 200; ++i) text += " straw";
  const std::string out = make(text + ".", {{"needl"}}, 60);
  EXPECT_THAT(out, ::testing::StartsWith("…filler"));
  EXPECT_THAT(out, ::testing::HasSubstr("filler [needle] straw"));
  EXPECT_THAT(out, ::testing::EndsWith("straw…"));
  EXPECT_LE(out.size(), 80U);
}

TEST_F(SnippetTest, WritesOneLineAndKeepsCharactersWhole) {
  EXPECT_EQ(make("One\n  two\tthree\n\nfour", {{"two"}, {"four"}}, 100), "One [two] three [four]");
  std::string umlauts;
  for (int i = 0; i < 300; ++i) umlauts += "ü";
  for (std::size_t bytes = 1; bytes < 20; ++bytes) make(umlauts, {}, bytes);
  EXPECT_EQ(SnippetMaker({}, 0, stemmer_).make("Some text.").text, "");
}

class ColumnTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "dateline-column-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  ColumnReader column(const std::vector<std::pair<std::string, std::vector<FacetId>>>& articles) {
    auto writer = ColumnWriter::open(folder_, kFacetColumn, ColumnCommit{});
    std::uint32_t docid = 0;
    for (const auto& [date, ids] : articles) {
      const PackedDate packed = date.empty() ? 0 : pack_date(*parse_date(date));
      EXPECT_TRUE(writer->append(++docid, encode_facet_record(packed, ids)));
    }
    const auto commit = writer->commit();
    return std::move(*ColumnReader::open(folder_, kFacetColumn, *commit));
  }
  std::string folder_;
};

constexpr FacetId person(std::uint32_t ordinal) {
  return make_facet_id(ordinal, FacetKind::kPerson);
}
constexpr FacetId place(std::uint32_t ordinal) {
  return make_facet_id(ordinal, FacetKind::kPlace);
}

TEST_F(ColumnTest, CountsTheKindsThatAreWantedInTheDocumentsGiven) {
  const ColumnReader facets =
      column({{"", {person(1), place(1), person(2)}}, {"", {person(2)}}, {"", {person(2), place(9)}}});
  FacetCounter counter;
  counter.count({1, 2, 77}, facets, FacetRemap(), {true, false, false, false, false, false});
  EXPECT_THAT(counter.top(FacetKind::kPerson, 10), ElementsAre(CountedValue{person(2), 2}, CountedValue{person(1), 1}));
  EXPECT_THAT(counter.top(FacetKind::kPerson, 1), ElementsAre(CountedValue{person(2), 2}));
  EXPECT_THAT(counter.top(FacetKind::kPlace, 0), IsEmpty());
  EXPECT_EQ(counter.distinct(FacetKind::kPerson), 2U);
  EXPECT_EQ(counter.count_of(person(500)), 0U);
}

TEST_F(ColumnTest, AMergedValueCountsOncePerArticle) {
  const ColumnReader facets = column({{"", {person(1), person(2), person(3)}}, {"", {person(1)}}, {"", {person(3)}}});
  const std::vector<FacetMerge> merges = {{person(1), person(3)}, {person(2), person(3)}};
  FacetCounter counter;
  counter.count({1, 2, 3}, facets, FacetRemap(merges), {true, true, true, true, true, true});
  EXPECT_THAT(counter.top(FacetKind::kPerson, 0), ElementsAre(CountedValue{person(3), 3}));
  std::vector<FacetId> all;
  FacetRemap(merges).append_all_of(person(3), all);
  EXPECT_THAT(all, ::testing::UnorderedElementsAre(person(1), person(2), person(3)));
}

TEST_F(ColumnTest, ARejectedValueCountsNowhereAndAMergeMayCrossKinds) {
  const ColumnReader facets = column({{"", {person(1), person(2), place(1)}}, {"", {person(2)}}, {"", {place(1)}}});
  const std::vector<FacetMerge> merges = {{person(1), 0}, {person(2), place(1)}};
  FacetCounter counter;
  counter.count({1, 2, 3}, facets, FacetRemap(merges), {true, true, true, true, true, true});
  EXPECT_THAT(counter.top(FacetKind::kPerson, 0), IsEmpty());
  EXPECT_EQ(counter.distinct(FacetKind::kPerson), 0U);
  EXPECT_THAT(counter.top(FacetKind::kPlace, 0), ElementsAre(CountedValue{place(1), 3}));
  std::vector<FacetId> none;
  FacetRemap(merges).append_all_of(0, none);
  EXPECT_THAT(none, IsEmpty());
}

TEST_F(ColumnTest, HistogramChoosesTheFinestStepWithFewPeriods) {
  const ColumnReader days = column({{"2024-08-01", {}}, {"2024-08-24", {}}, {"", {}}, {"2024-08-24", {}}});
  EXPECT_THAT(date_histogram({1, 2, 3, 4}, days, DateStep::kAuto),
              ElementsAre(CountedPeriod{"2024-08-01", 1}, CountedPeriod{"2024-08-24", 2}));
  EXPECT_THAT(date_histogram({3}, days, DateStep::kAuto), IsEmpty());
}

TEST_F(ColumnTest, HistogramKeepsCoarseDatesApart) {
  const ColumnReader months = column({{"2024", {}}, {"2024-01-05", {}}, {"2023-12", {}}, {"2022-12-31", {}}});
  EXPECT_THAT(date_histogram({1, 2, 3, 4}, months, DateStep::kMonth),
              ElementsAre(CountedPeriod{"2022-12", 1}, CountedPeriod{"2023-12", 1}, CountedPeriod{"2024", 1},
                          CountedPeriod{"2024-01", 1}));
  EXPECT_THAT(date_histogram({1, 2, 3, 4}, months, DateStep::kAuto),
              ElementsAre(CountedPeriod{"2022-12", 1}, CountedPeriod{"2023-12", 1}, CountedPeriod{"2024", 1},
                          CountedPeriod{"2024-01", 1}));
  EXPECT_THAT(date_histogram({1, 2, 3, 4}, months, DateStep::kYear),
              ElementsAre(CountedPeriod{"2022", 1}, CountedPeriod{"2023", 1}, CountedPeriod{"2024", 2}));
}

TEST(SnippetHtml, EscapesEverythingAroundItsMarks) {
  const std::vector<EntityMark> names = {{EntityKind::kPerson, {0, 9}}, {EntityKind::kPlace, {13, 17}}};
  EXPECT_EQ(snippet_to_html({.text = "Joe Biden in Doha.", .highlights = {{4, 15}, {17, 18}}}, names),
            "<em data-kind=\"person\">Joe <mark>Biden</mark></em><mark> in </mark>"
            "<em data-kind=\"place\"><mark>Do</mark>ha</em><mark>.</mark>");
  EXPECT_EQ(snippet_to_html({.text = "<b>&\"'", .highlights = {{1, 2}}}), "&lt;<mark>b</mark>&gt;&amp;&quot;&#39;");
}

}  // namespace
}  // namespace dateline
