// Whole pages. Most are put together from heads, stories and tails, so that it is known which lines are the story: the
// text must be these, all of them and nothing else.
#include "indexer/cleaning/clean_page_text.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string page(const std::string& name) {
  return read_file(std::string(DATELINE_SOURCE_DIR "/tests/data/pages/") + name + ".txt");
}

TEST(CleanPageText, TakesAnAddressANoteAndCreditsOffAPage) {
  const Article article = clean_page_text(page("address-and-note"));
  EXPECT_TRUE(article.text.starts_with("Mediators in the dispute")) << article.text;
  EXPECT_TRUE(article.text.ends_with("would it?”")) << article.text;
  EXPECT_EQ(split_lines(article.text).size(), 5U);
  EXPECT_TRUE(article.title_made);
  EXPECT_EQ(article.source, "KBN");
  EXPECT_THAT(article.authors, IsEmpty());
  EXPECT_THAT(article.contributors, ElementsAre("Abel Al Nouri", "DJ Marsh", "Abeer Stone", "Betsy Kline"));
}

TEST(CleanPageText, TakesTheSourceFromAHeadWithADash) {
  const Article article = clean_page_text(page("source-and-dash"));
  EXPECT_EQ(article.source, "KBN");
  EXPECT_TRUE(article.text.starts_with("Engineers are making")) << article.text;
  EXPECT_EQ(split_lines(article.text).size(), 4U);
  EXPECT_THAT(article.contributors, ElementsAre("Samantha Weld"));
  EXPECT_TRUE(article.title.ends_with("…")) << article.title;
}

TEST(CleanPageText, TakesTheHeadlineAndCutsTheCommentForm) {
  const Article article = clean_page_text(page("headline-and-comments"));
  EXPECT_EQ(article.title, "Council Leaders to Discuss Answer on Tunnel Plan");
  EXPECT_FALSE(article.title_made);
  EXPECT_TRUE(article.text.starts_with("County officials")) << article.text;
  EXPECT_TRUE(article.text.ends_with("success — the end.”")) << article.text;
  EXPECT_THAT(article.contributors, ElementsAre("Ronan Berg", "Johan Reiss", "Myra Nowak"));
}

TEST(CleanPageText, KeepsTheSentenceBehindADateAndTheDateline) {
  const Article article = clean_page_text(page("date-on-the-first-line"));
  EXPECT_EQ(to_iso(article.published), "2024-08");
  EXPECT_EQ(article.published.precision(), DatePrecision::kMonth);
  EXPECT_EQ(article.dateline, "TROMSØ, Norway");
  EXPECT_TRUE(article.text.starts_with("Parley in the north is said")) << article.text;
  EXPECT_THAT(article.text, HasSubstr("\n\nTROMSØ, Norway — In a sign"));
  EXPECT_TRUE(article.title_made);
}

TEST(CleanPageText, ReadsABlockOfHeaders) {
  const Article article = clean_page_text(page("header-block"));
  EXPECT_EQ(article.title, "Harwick Opens Its New Ferry Terminal");
  EXPECT_EQ(to_iso(article.published), "2024-08-16");
  EXPECT_EQ(article.source, "The Northern Courier");
  EXPECT_THAT(article.authors, ElementsAre("Ingrid Solheim", "Jonas O'NEILL"));
  EXPECT_THAT(article.contributors, ElementsAre("Ingrid Solheim"));
  EXPECT_EQ(article.dateline, "HARWICK, Maine");
  EXPECT_TRUE(article.text.ends_with("the rain had stopped.")) << article.text;
}

// What a head or a tail must become.
struct Piece {
  std::string lines;
  std::string title;
  std::string source;
  std::string published;
  std::string names;  // authors of a head, contributors of a tail
};

const std::vector<Piece>& heads() {
  static const std::vector<Piece> pieces = {
      {"", "", "", "", ""},
      {"Skip to content\n\nHarbour Reopens After the Storm\n\n", "Harbour Reopens After the Storm", "", "", ""},
      {"Skip to main content\nAdvertisement\n\nHarbour Reopens\nBy Jane Doe\n16 August 2024\n\n", "Harbour Reopens", "",
       "2024-08-16", "Jane Doe"},
      {"CNN\n—\n", "", "CNN", "", ""},
      {"Gull Radio\n–\n", "", "Gull Radio", "", ""},
      {"CNN —\n", "", "CNN", "", ""},
      {"Physical Address\n304 North Cardinal St.\nDorchester Center, MA 02124\n", "", "", "", ""},
      {"12 Quay Street\nHarwick, ME 04112\n\n", "", "", "", ""},
      {"Editors’ Note: Sign up for our newsletter here.\n", "", "", "", ""},
      {"Was the Harbour Worth It?\nBy JANE DOE and JOHN ROE\nUpdated 17 August 2024\nPublished 16 August 2024\n\n",
       "Was the Harbour Worth It?", "", "2024-08-16", "Jane Doe; John Roe"},
      {"Title: Harbour Reopens\nAuthor: Jane Doe\nSource: Reuters\nDate: 2024-08\n\n", "Harbour Reopens", "Reuters",
       "2024-08", "Jane Doe"},
      {"The Northern Ledger\nAugust 19, 2024\nHarbour Reopens, Again\n\n", "Harbour Reopens, Again",
       "The Northern Ledger", "2024-08-19", ""},
      {"Harbour Reopens\n\nThe Northern Ledger\nAugust 19, 2024\nBy Jane Doe\n\n", "Harbour Reopens",
       "The Northern Ledger", "2024-08-19", "Jane Doe"},
      {"date 2024-08-16\n\n", "", "", "2024-08-16", ""},
  };
  return pieces;
}

const std::vector<Piece>& tails() {
  static const std::vector<Piece> pieces = {
      {"", "", "", "", ""},
      {"\nThis story has been updated.\nCNN’s Jane Stone and Ann Poe contributed to this report.\n", "", "CNN", "",
       "Jane Stone; Ann Poe"},
      {"\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n", "", "", "", ""},
      {"\nLeave a Comment\nComment *\nName *\nEmail *\nWebsite\nSave my name, email, and website in this browser for "
       "the next time I "
       "comment.\nΔ\nFirst comment by a reader.\n",
       "", "", "", ""},
      {"\n(Reporting by Jane Stone in Kyiv; editing by John Roe)\n", "", "", "", "Jane Stone"},
      {"\nShare\nFacebook\nTwitter\nCopy link\n", "", "", "", ""},
      {"\nADVERTISEMENT\n\nThis article was updated with additional information.\n", "", "", "", ""},
      {"\nSign up for the Gull Morning newsletter.\n", "", "", "", ""},
  };
  return pieces;
}

// Stories with sentences that look like furniture, headlines, credits and dates.
const std::vector<std::string>& stories() {
  static const std::vector<std::string> texts = {
      "The harbour reopened on Friday after the worst storm in ten years had kept every boat in it for a week.\nThe "
      "mayor said that “this "
      "story has been updated too often” already, and left for home.\nHere’s what we know.",
      "Officials said on Thursday that the harbour would reopen within days, and that no boat had been lost in "
      "it.\n\nFacebook\n\nThe "
      "company’s own pier was damaged. Share prices fell.\n\nLeave a reply to such a letter unsent, she advised; your "
      "email address will "
      "not help.\n\nBy Friday, 40 boats had left.",
      "HARWICK, Maine — The harbour reopened on Friday, and the first boat out was the Petrel, which had waited there "
      "for a week.\n\nJane "
      "Doe contributed $100 to the captain’s coffee.\n\nOn 16 August 2024 the wind had come from the east; on 17 "
      "August it turned.\n\nThe "
      "sentence ends here: “Who knows?”",
      "In the harbour office at 12 Quay Street, Harwick, nobody slept on Thursday night, the clerk said on the "
      "telephone on Friday.\nThe "
      "editor’s note on the door said: sign up here for coffee.\nShort one.\n“Yes!”\nNo.",
  };
  return texts;
}

TEST(CleanPageText, EveryHeadAndTailGoesAndEveryStoryStaysInAnyCombination) {
  for (const Piece& head : heads()) {
    for (const std::string& story : stories()) {
      for (const Piece& tail : tails()) {
        const Article article = clean_page_text(head.lines + story + tail.lines);
        const std::string where = "HEAD " + head.lines + "\nTAIL " + tail.lines;
        EXPECT_EQ(article.text, story) << where;
        EXPECT_EQ(article.title_made ? "" : article.title, head.title) << where;
        EXPECT_EQ(article.source, head.source.empty() ? tail.source : head.source) << where;
        EXPECT_EQ(to_iso(article.published), head.published) << where;
        EXPECT_EQ(join(article.authors, "; "), head.names) << where;
        EXPECT_EQ(join(article.contributors, "; "), tail.names) << where;
      }
    }
  }
}

TEST(CleanPageText, IsTheSameForCrlfAndNoBreakSpaces) {
  for (const char* name : {"address-and-note", "headline-and-comments", "header-block"}) {
    std::string dos;
    for (const char c : page(name)) dos += c == '\n' ? std::string("\u00A0\r\n") : std::string(1, c);
    const Article plain = clean_page_text(page(name));
    const Article other = clean_page_text(dos);
    EXPECT_EQ(other.text, plain.text);
    EXPECT_EQ(other.title, plain.title);
    EXPECT_EQ(other.contributors, plain.contributors);
  }
}

TEST(CleanPageText, DoesNotTurnWeekdaysIntoDates) {
  const Article article = clean_page_text("Harbour Reopens\n\nFriday\n\nThe harbour reopened on Friday.");
  EXPECT_EQ(to_iso(article.published), "");
  EXPECT_THAT(article.text, HasSubstr("Friday\n"));
}

TEST(CleanPageText, AQuestionThatMayBeTheFirstSentenceIsTitleAndStays) {
  const Article article = clean_page_text("How would a homeless man spend $100?\n\nIt began as an experiment.");
  EXPECT_EQ(article.title, "How would a homeless man spend $100?");
  EXPECT_EQ(article.text, "How would a homeless man spend $100?\n\nIt began as an experiment.");
}

TEST(CleanPageText, WrappedLinesAreNoHeadlines) {
  const std::string wrapped =
      "The ministers met on Thursday to talk about the\nnew treaty. They left late.\n\nNothing was signed.";
  const Article article = clean_page_text(wrapped);
  EXPECT_TRUE(article.title_made);
  EXPECT_EQ(article.text, wrapped);
}

TEST(CleanPageText, PlacesAndCaptionsAreNoHeadlines) {
  for (const char* line : {"HARWICK, Maine —", "A boat in the harbour. Jane Doe / Getty Images",
                           "Photo: Reuters Pictures", "Friday, 4 January 2019"}) {
    EXPECT_TRUE(clean_page_text(std::string(line) + "\n\nThe harbour reopened on Friday.").title_made) << line;
  }
}

TEST(CleanPageText, AFormAboveTheStoryDoesNotSwallowIt) {
  const std::string story =
      "The harbour reopened on Friday after a storm, the mayor said, and all the boats left it within an hour.";
  const Article article = clean_page_text(
      "A line.\nLeave a Reply\nYour email address will not be published. Required fields are marked *\n" + story);
  EXPECT_EQ(article.text, "A line.\n\n" + story);
}

TEST(CleanPageText, APageOfFurnitureHasNoText) {
  EXPECT_EQ(clean_page_text("Skip to content\n\nAdvertisement\nShare\nTweet\n").text, "");
  EXPECT_EQ(clean_page_text("").text, "");
  EXPECT_EQ(clean_page_text("CNN\n—\n").text, "");
}

TEST(CleanPageText, IsLinearOnHostilePages) {
  // Quadratic rules would take minutes on these.
  std::string forms;
  std::string shares;
  std::string dashes;
  for (int i = 0; i < 20'000; ++i) {
    forms += "Leave a Reply\nx\ny\nz\nw\n\n";
    shares += "Share\n\n";
    dashes += "A\n—\n";
  }
  EXPECT_FALSE(clean_page_text(forms).text.empty());
  EXPECT_EQ(clean_page_text(shares).text, "");
  clean_page_text(dashes);
  clean_page_text(std::string(3'000'000, ','));
  clean_page_text(std::string("By ") + std::string(3'000'000, 'A'));
}

// The four pages that were the first input; they are not ours, and not in the repository.
TEST(CleanPageText, LosesNoSentenceOfTheSeedPages) {
  const std::filesystem::path folder = DATELINE_SOURCE_DIR "/../shared/data/seeds";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no ../shared/data/seeds beside the checkout";
  const std::map<std::string, std::vector<std::string>> furniture = {
      {"000", {"CNN", "—", "CNN’s Samantha Waldenberg contributed reporting"}},
      {"001",
       {"Physical Address", "304 North Cardinal St.", "Dorchester Center, MA 02124",
        "Editor’s Note: A version of this story appears in CNN’s Meanwhile in the Middle East newsletter, a "
        "three-times-a-week look "
        "inside the region’s biggest stories. Sign up here.",
        "This story has been updated.",
        "CNN’s Abbas Al Lawati, DJ Judd, Abeer Salman and Betsy Klein contributed to this report."}},
      {"002",
       {"Skip to content", "Israeli Leaders to Discuss Hamas Response on Cease-Fire Proposal",
        "Ronen Bergman contributed reporting from Tel Aviv, and Johnatan Reiss and Myra Noveck from Jerusalem.",
        "Leave a Reply", "Your email address will not be published. Required fields are marked *"}},
      {"003", {}},
  };
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string bytes = read_file(entry.path());
    const auto& gone = furniture.at(entry.path().filename().string().substr(0, 3));
    std::vector<std::string> expected;
    for (const std::string_view line : split_lines(bytes)) {
      std::string kept(trim(line));
      if (kept.starts_with("date 2024-08 ")) kept.erase(0, 13);
      if (!kept.empty() && std::find(gone.begin(), gone.end(), kept) == gone.end()) expected.push_back(kept);
    }
    std::vector<std::string> got;
    const Article article = clean_page_text(bytes);
    for (const std::string_view line : split_lines(article.text)) {
      if (!line.empty()) got.emplace_back(line);
    }
    EXPECT_EQ(got, expected) << entry.path();
  }
}

}  // namespace
}  // namespace dateline
