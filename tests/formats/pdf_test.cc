// PDF: paragraphs from lines, what the information says, and documents that cannot be read.
#include "indexer/formats/pdf_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/pdf_story.h"
#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Line {
  int x, y, size;
  std::string text;
};

// The smallest PDF that has these lines on its pages. ISO 32000-1, annex H.
std::string pdf_of(const std::vector<std::vector<Line>>& pages, const std::string& information = {}) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", ""};
  objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
  std::string kids;
  for (const auto& lines : pages) {
    kids += std::to_string(objects.size() + 1) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size() + 2) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    std::string drawn = "BT\n";
    for (const Line& line : lines) {
      drawn += "/F1 " + std::to_string(line.size) + " Tf 1 0 0 1 " + std::to_string(line.x) + " " +
               std::to_string(line.y) + " Tm (" + line.text + ") Tj\n";
    }
    drawn += "ET";
    objects.push_back("<< /Length " + std::to_string(drawn.size()) + " >>\nstream\n" + drawn + "\nendstream");
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  if (!information.empty()) objects.push_back("<< " + information + " >>");
  std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string at = std::to_string(out.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string last = std::to_string(objects.size());
  return out + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R" +
         (information.empty() ? "" : " /Info " + last + " 0 R") + " >>\nstartxref\n" + std::to_string(out.size()) +
         "\n%%EOF\n";
}

const std::vector<std::string> kStory = {"The harbor council voted on Friday to keep the old ferry in ser-",
                                         "vice through the winter, after a long debate in which fishermen,",
                                         "shopkeepers and the port authority all took part."};
const std::vector<std::string> kQuote = {"\"We could not have gone without it,\" said Ada Lovelace, who has",
                                         "run the pier for eleven years and knows every captain by name."};

const std::vector<std::string> kMore = {"Ferries have crossed the bay since the first stones of the pier",
                                        "were laid, and three of them are still painted in dark", "Saxon green."};
const std::vector<std::string> kEnd = {"The vote was close."};

// A page with a head, a number at its foot, and these blocks.
std::vector<Line> page_of(int number, const std::vector<std::vector<std::string>>& blocks) {
  std::vector<Line> lines = {{72, 800, 9, "The Harbor Gazette"}};
  int y = 740;
  for (const auto& block : blocks) {
    for (const std::string& line : block) {
      lines.push_back({72, y, 11, line});
      y -= 13;
    }
    y -= 8;
  }
  lines.push_back({290, 40, 9, "Page " + std::to_string(number) + " of 3"});
  return lines;
}

bool build_reads_pdf() {
  return read_pdf(pdf_of({{{72, 700, 11, "Text."}}})).ok();
}

TEST(Pdf, PagesBecomeParagraphsWithoutWhatStandsOnEachPage) {
  if (!build_reads_pdf()) GTEST_SKIP() << "this build reads no PDF";
  auto first = page_of(1, {kStory, kQuote});
  first.insert(first.begin() + 1, {72, 765, 20, "Harbor Keeps Its Ferry"});
  const auto read = read_bytes(pdf_of({first, page_of(2, {kMore}), page_of(3, {kEnd})},
                                      "/Title (Microsoft Word - ferry.doc) /Author (Jane Doe) "
                                      "/CreationDate (D:20240816123000+02'00')"),
                               "/news/ferry.pdf");
  ASSERT_THAT(read.rejections, IsEmpty());
  ASSERT_THAT(read.articles, SizeIs(1));
  const Article& article = read.articles.front();
  EXPECT_EQ(article.title, "Harbor Keeps Its Ferry");
  EXPECT_THAT(article.authors, ::testing::ElementsAre("Jane Doe"));
  EXPECT_EQ(to_iso(article.published), "2024-08-16T12:30:00+02:00");
  const std::string story =
      "The harbor council voted on Friday to keep the old ferry in service through the winter, after a long debate in "
      "which fishermen, shopkeepers and the port authority all took part.";
  const std::string quote =
      "\"We could not have gone without it,\" said Ada Lovelace, who has run the pier for eleven years and knows every "
      "captain by name.";
  const std::string more =
      "Ferries have crossed the bay since the first stones of the pier were laid, and three of them are still painted "
      "in "
      "dark Saxon green.";
  EXPECT_EQ(article.text, story + "\n\n" + quote + "\n\n" + more + "\n\nThe vote was close.");
}

TEST(Pdf, ATitleOfTheInformationComesBeforeTheHeadline) {
  if (!build_reads_pdf()) GTEST_SKIP() << "this build reads no PDF";
  const auto read = read_bytes(pdf_of({page_of(1, {kStory})}, "/Title (The Ferry Stays)"), "/news/ferry.pdf");
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_EQ(read.articles.front().title, "The Ferry Stays");
}

TEST(Pdf, IsKnownBehindJunkAndByNoWordInAText) {
  const std::string pdf = pdf_of({page_of(1, {kStory})});
  for (const std::string& junk : {std::string(), std::string("\r\n"), std::string(1000, '\x01')}) {
    EXPECT_EQ(choose_format((junk + pdf).substr(0, 4096), "/a/file")->name(), "pdf");
  }
  EXPECT_EQ(choose_format("A file that begins with %PDF-1.4 is a PDF document.\n", "/a/b.txt")->name(), "plain_text");
}

TEST(Pdf, WhatHasNoTextOrIsDamagedIsRejectedWithAReason) {
  if (!build_reads_pdf()) GTEST_SKIP() << "this build reads no PDF";
  const std::string good = pdf_of({page_of(1, {kStory})});
  std::string locked = good;
  const std::string trailer = "trailer\n<< ";
  locked.insert(locked.find(trailer) + trailer.size(), "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <" +
                                                           std::string(64, '1') + "> /U <" + std::string(64, '2') +
                                                           "> >> /ID [<00><00>] ");
  std::vector<std::vector<Line>> many(2001);
  const struct {
    std::string bytes, reason;
  } cases[] = {
      {pdf_of({{}, {}}), "has no text; it may be a scanned picture"},
      {"%PDF-1.4\nnothing of that kind\n", "damaged"},
      {"%PDF-", "damaged"},
      {locked, "encrypted"},
      {pdf_of(many), "2,001 pages"},
  };
  for (const auto& example : cases) {
    const auto read = read_bytes(example.bytes, "/news/a.pdf");
    EXPECT_THAT(read.articles, IsEmpty()) << example.reason;
    ASSERT_THAT(read.rejections, SizeIs(1)) << example.reason;
    EXPECT_THAT(read.rejections.front().error.message, HasSubstr(example.reason));
  }
}

TEST(Pdf, WhatIsCutOffOrOverwrittenNeverEndsTheProgram) {
  const std::string good = pdf_of({page_of(1, {kStory, kQuote}), page_of(2, {kStory})}, "/Title (The Ferry Stays)");
  for (std::size_t at = 0; at < good.size(); at += 37) {
    static_cast<void>(read_pdf(std::string_view(good).substr(0, at)));
    std::string broken = good;
    broken[at] = '\xFF';
    static_cast<void>(read_pdf(broken));
  }
}

TEST(PdfPages, BecomeParagraphs) {
  const std::string wide = "A line that is as wide as the column in which it stands is,";
  const struct {
    std::vector<std::string> pages;
    std::string text;
  } cases[] = {
      {{wide + "\n" + wide + "\nand ends. \nThe next paragraph begins here, with a line that is w\nide."},
       wide + " " + wide + " and ends.\n\nThe next paragraph begins here, with a line that is w ide."},
      {{"Talks on a cease-\nfire go on."}, "Talks on a ceasefire go on."},
      {{"The F-\n16 flew."}, "The F-16 flew."},
      {{wide + "\nof which the sentence", "goes on overleaf."}, wide + " of which the sentence goes on overleaf."},
      {{wide + "\nand ends.", "Another begins."}, wide + " and ends.\n\nAnother begins."},
      {{"Gazette 1\n\nOne story.\n\nIt ends.", "Gazette 2\n\nTwo stories.\n\nThey end."},
       "One story.\n\nIt ends.\n\nTwo stories.\n\nThey end."},
      {{"", " \n"}, ""},
  };
  for (const auto& example : cases) EXPECT_EQ(join_pages(example.pages), example.text);
}

TEST(PdfInformation, IsTakenAsFarAsItCanBeBelieved) {
  const struct {
    std::string title, believed;
  } titles[] = {{"Harbor Keeps Its Ferry", "Harbor Keeps Its Ferry"},
                {"Microsoft Word - x.doc", ""},
                {"Microsoft to buy a ferry", "Microsoft to buy a ferry"},
                {"untitled", ""},
                {"press_release_final.docx", ""},
                {"A1_240816", ""},
                {"Ferry", "Ferry"}};
  for (const auto& example : titles) EXPECT_EQ(believable_title(example.title), example.believed);
  const struct {
    std::string author, believed;
  } authors[] = {{"Jane Doe", "Jane Doe"},
                 {"jdoe", ""},
                 {"Administrator", ""},
                 {"jane@example.org", ""},
                 {"Jane Doe and John Roe", "Jane Doe; John Roe"}};
  for (const auto& example : authors) EXPECT_EQ(believable_author(example.author), example.believed);
  const struct {
    std::string written, iso;
  } dates[] = {{"D:20240816123000+02'00'", "2024-08-16T12:30:00+02:00"},
               {"D:20240816123000Z00'00'", "2024-08-16T12:30:00Z"},
               {"D:202408161230", "2024-08-16T12:30:00"},
               {"D:20240816", "2024-08-16"},
               {"20240816", "2024-08-16"},
               {"D:2024", "2024"},
               {"yesterday", ""},
               {"", ""}};
  for (const auto& example : dates) EXPECT_EQ(date_of_pdf(example.written), example.iso);
}

}  // namespace
}  // namespace dateline
