// Snippets of several passages, and what is marked in those of hits: words, names and their other names, entities.
#include "query/engine/snippet.h"

#include <gtest/gtest.h>

#include "query/engine/engine.h"
#include "query/engine/json_parts.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;

std::string marked(const Snippet& snippet) {
  std::string out = snippet.text;
  for (auto span = snippet.highlights.rbegin(); span != snippet.highlights.rend(); ++span) {
    out.insert(span->end, "]");
    out.insert(span->begin, "[");
  }
  return out;
}

class SnippetPassages : public ::testing::Test {
 protected:
  std::string make(const std::string& text, const std::vector<std::string>& stems, std::size_t bytes) {
    std::vector<HighlightForm> forms;
    for (std::size_t i = 0; i < stems.size(); ++i) forms.push_back({.stems = {stems[i]}, .unit = i});
    return marked(SnippetMaker(forms, bytes, stemmer_).make(text));
  }
  static std::string filler(std::size_t sentences) {
    std::string out;
    for (std::size_t i = 0; i < sentences; ++i) out += "Nothing of note was said on that long and rainy day. ";
    return out;
  }
  Stemmer stemmer_ = std::move(*Stemmer::create("english"));
};

TEST_F(SnippetPassages, ShowWordsThatStandFarApart) {
  const std::string text = filler(5) + "The mayor spoke. " + filler(20) + "Then came the flood. " + filler(3);
  EXPECT_EQ(make(text, {"mayor", "flood"}, 120),
            "The [mayor] spoke. Nothing of note was said on that long and rainy day. … Then came the [flood].");
  EXPECT_EQ(make(text, {"mayor"}, 20), "The [mayor] spoke.") << "one word needs one passage";
}

TEST_F(SnippetPassages, AreOneWhereNeighboursHaveAllWords) {
  const std::string text =
      filler(5) + "The mayor spoke. Then came the flood. " + filler(20) + "Mayor of the flood plain.";
  EXPECT_EQ(make(text, {"mayor", "flood"}, 60), "The [mayor] spoke. Then came the [flood].");
}

TEST_F(SnippetPassages, FillWhatIsLeftWithTheSentencesBehind) {
  const std::string text = "A mayor. It rained. " + filler(20) + "A flood. It snowed. " + filler(1);
  EXPECT_EQ(make(text, {"mayor", "flood"}, 120),
            "A [mayor]. It rained. Nothing of note was said on that long and rainy day. … A [flood]. It snowed.");
}

TEST_F(SnippetPassages, OfLongSentencesAreCutAroundTheirWords) {
  std::string text = "Start";
  const auto words = [&text](const char* word) {
    for (int i = 0; i < 100; ++i) text += concat({" ", word});
  };
  words("straw"), text += " needle", words("hay"), text += ". Then", words("sand"), text += " pearl", words("mud");
  const std::string out = make(text + ".", {"needl", "pearl"}, 120);
  EXPECT_NE(out.find("[needle] hay"), std::string::npos) << out;
  EXPECT_NE(out.find("sand [pearl] mud"), std::string::npos) << out;
  EXPECT_TRUE(out.starts_with("…") && out.ends_with("…")) << out;
  EXPECT_NE(out.find("… …"), 0U);
  EXPECT_LE(out.size(), 150U);
}

TEST_F(SnippetPassages, AreAtMostThreeAndAboutAsLongAsAsked) {
  std::string text;
  std::vector<std::string> words;
  for (const char* word : {"one", "two", "three", "four", "five"}) {
    text += concat({"There was ", word, " here. ", filler(10)});
    words.emplace_back(word);
  }
  for (const std::size_t bytes : {60U, 100U, 200U, 300U}) {
    const std::string out = make(text, words, bytes);
    EXPECT_LE(out.size(), bytes + 40) << out;
    std::size_t gaps = 0;
    for (std::size_t at = 0; (at = out.find(" … ", at)) != std::string::npos; ++at) ++gaps;
    EXPECT_LE(gaps, 2U) << out;
  }
}

TEST_F(SnippetPassages, MarkAWordAsWrittenAndNoOtherOfItsStem) {
  const std::vector<HighlightForm> forms = {{.stems = {"voter"}, .unit = 0, .as_written = true}};
  EXPECT_EQ(marked(SnippetMaker(forms, 100, stemmer_).make("A Voter met voters.")), "A [Voter] met voters.");
}

class HitSnippetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive_.put({{.key = "a",
                   .title = "T",
                   .text = "Yahya Sinwar was in Gaza. Nobody saw Sinwar. Joe Biden was told.",
                   .people = {"Yahya Sinwar", "Sinwar", "Joe Biden"},
                   .places = {"Gaza"}}});
    archive_.merge(FacetKind::kPerson, "Sinwar", "Yahya Sinwar");
  }
  SearchResults search(const SearchRequest& request) {
    auto engine = Engine::open(archive_.paths());
    auto results = engine->search(request);
    EXPECT_TRUE(results);
    EXPECT_EQ(results->hits.size(), 1U);
    return *results;
  }
  TestArchive archive_;
};

TEST_F(HitSnippetTest, MarksWhomTheQueryAsksForByAllNames) {
  const std::string both = "[Yahya Sinwar] was in Gaza. Nobody saw [Sinwar]. Joe Biden was told.";
  EXPECT_EQ(marked(search({.text = "person:sinwar"}).hits[0].snippet), both);
  EXPECT_EQ(marked(search({.text = "person:\"Yahya Sinwar\" -person:nobody"}).hits[0].snippet), both);
  EXPECT_EQ(marked(search({.text = "*", .selections = {{FacetKind::kPerson, "Yahya Sinwar"}}}).hits[0].snippet), both);
  EXPECT_EQ(marked(search({.text = "gaza person:biden"}).hits[0].snippet),
            "Yahya Sinwar was in [Gaza]. Nobody saw Sinwar. [Joe Biden] was told.");
  EXPECT_EQ(marked(search({.text = "told (person:biden OR place:Gaza)"}).hits[0].snippet),
            "Yahya Sinwar was in [Gaza]. Nobody saw Sinwar. [Joe Biden] was [told].");
}

TEST_F(HitSnippetTest, MarksEntitiesOnRequest) {
  EXPECT_TRUE(search({.text = "nobody"}).hits[0].entity_marks.empty());
  const Hit hit = search({.text = "nobody", .mark_entities = true}).hits[0];
  ASSERT_EQ(hit.entity_marks.size(), 4U);
  EXPECT_EQ(snippet_to_html(hit.snippet, hit.entity_marks),
            "<em data-kind=\"person\">Yahya Sinwar</em> was in <em data-kind=\"place\">Gaza</em>. "
            "<mark>Nobody</mark> saw <em data-kind=\"person\">Sinwar</em>. "
            "<em data-kind=\"person\">Joe Biden</em> was told.");
}

}  // namespace
}  // namespace dateline
