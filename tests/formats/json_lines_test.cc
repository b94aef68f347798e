// JSON Lines: the fields, what is accepted, what is rejected and how it is told.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPath = "/news/wire.jsonl";

FileReading read_lines(const std::string& lines, const ReadLimits& limits = {}) {
  return read_bytes(lines, kPath, limits);
}

Article read_one(const std::string& line) {
  FileReading reading = read_lines(line + "\n");
  EXPECT_EQ(reading.articles.size(), 1U) << line;
  EXPECT_THAT(reading.rejections, IsEmpty()) << (reading.rejections.empty() ? "" : reading.rejections[0].error.message);
  return reading.articles.empty() ? Article{} : reading.articles.front();
}

std::string rejection_of(const std::string& line) {
  const FileReading reading = read_lines(R"({"text":"first"})"s + "\n" + line + "\n");
  EXPECT_EQ(reading.articles.size(), 1U) << line;
  EXPECT_EQ(reading.rejections.size(), 1U) << line;
  if (reading.rejections.empty()) return {};
  EXPECT_EQ(reading.rejections[0].record, 2U);
  EXPECT_EQ(reading.rejections[0].path, kPath);
  EXPECT_EQ(reading.rejections[0].error.code, ErrorCode::kUnreadable);
  return reading.rejections[0].error.message;
}

TEST(JsonLines, TakesEveryFieldOfTheDesign) {
  const Article article = read_one(
      R"({"id":"a-1","url":"https://e.org/1","title":" A  Title ","date":"2024-08-16","author":["Jane Doe","John Roe"],)"
      R"("source":"Wire","text":"One.\r\nTwo.","language":"en-GB","people":["Joe Biden"],"places":["Doha","Doha"],)"
      R"("organizations":["Mossad"],"orgs":["CIA"],"topics":["x"],"nested":{"text":"no","a":[{"id":"no"}]}})");
  EXPECT_EQ(article.key, "a-1");
  EXPECT_EQ(article.url, "https://e.org/1");
  EXPECT_EQ(article.title, "A Title");
  EXPECT_FALSE(article.title_made);
  EXPECT_EQ(to_iso(article.published), "2024-08-16");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_EQ(article.source, "Wire");
  EXPECT_EQ(article.text, "One.\nTwo.");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.path, kPath);
  EXPECT_EQ(article.record, 1U);
  EXPECT_THAT(article.given,
              ElementsAre(GivenEntity{EntityKind::kPerson, "Joe Biden"}, GivenEntity{EntityKind::kPlace, "Doha"},
                          GivenEntity{EntityKind::kOrganization, "Mossad"}))
      << "of two names of one thing the better one counts";
}

TEST(JsonLines, FindsAKeyForEveryArticle) {
  EXPECT_EQ(read_one(R"({"id":42,"url":"u","text":"x"})").key, "42");
  EXPECT_EQ(read_one(R"({"id":"","url":"https://e.org/1","text":"x"})").key, "https://e.org/1");
  EXPECT_EQ(read_one(R"({"id":null,"text":"x"})").key, kPath + "#1");
}

TEST(JsonLines, KeysOfPathsThatAreNoUtf8AreUtf8) {
  const FileReading reading = read_bytes("{\"text\":\"x\"}\n", "/news/odd-\xFF.jsonl");
  ASSERT_EQ(reading.articles.size(), 1U);
  EXPECT_EQ(reading.articles[0].key, "/news/odd-%FF.jsonl#1");
  EXPECT_EQ(reading.articles[0].path, "/news/odd-\xFF.jsonl");
}

TEST(JsonLines, SplitsAuthorsThatAreOneString) {
  EXPECT_THAT(read_one(R"({"author":"By Jane Doe, John Roe and Ann Poe","text":"x"})").authors,
              ElementsAre("Jane Doe", "John Roe", "Ann Poe"));
  EXPECT_THAT(read_one(R"({"author":"None","text":"x"})").authors, IsEmpty());
  EXPECT_THAT(read_one(R"({"author":["Jane Doe, Jr.","Jane Doe, Jr."],"text":"x"})").authors,
              ElementsAre("Jane Doe Jr."));
}

TEST(JsonLines, AnUnreadableDateIsNoReasonToReject) {
  for (const char* date : {"None", "yesterday", "2024-13-45", ""}) {
    const Article article = read_one(R"({"date":")"s + date + R"(","text":"x"})");
    EXPECT_EQ(to_iso(article.published), "") << date;
  }
  EXPECT_EQ(to_iso(read_one(R"({"date":20240816,"text":"x"})").published), "2024-08-16");
}

TEST(JsonLines, CopiesADatelineAndKeepsItInTheText) {
  const Article article = read_one(R"({"text":"ANCHORAGE, Alaska  (Reuters) - Exxon Mobil offered to pay."})");
  EXPECT_EQ(article.dateline, "ANCHORAGE, Alaska");
  EXPECT_EQ(article.source, "Reuters");
  EXPECT_EQ(article.text, "ANCHORAGE, Alaska  (Reuters) - Exxon Mobil offered to pay.");
  EXPECT_EQ(article.title, "Exxon Mobil offered to pay.");
  EXPECT_TRUE(article.title_made);
  EXPECT_EQ(read_one(R"({"dateline":"CLEVELAND, Feb 26 -","text":"x"})").dateline, "CLEVELAND");
}

TEST(JsonLines, PutsRightWhatJsonForbidsAndFilesHave) {
  EXPECT_EQ(read_one(R"({"text":"lone \ud83d here"})").text, "lone \uFFFD here");
  EXPECT_EQ(read_one(R"({"text":"low \ude00 first"})").text, "low \uFFFD first");
  EXPECT_EQ(read_one(R"({"text":"pair \ud83d\ude00 and \\ud83d"})").text, "pair 😀 and \\ud83d");
  EXPECT_EQ(read_one("{\"text\":\"a bare\ttab\"}").text, "a bare tab");
  EXPECT_EQ(read_one(R"({"text":"zero \u0000byte"})").text, "zero byte");
  EXPECT_EQ(read_one("{\"text\":\"caf\xE9 \x93quoted\x94\"}").text, "café “quoted”");
}

TEST(JsonLines, NestedArraysEndWhereTheyEnd) {
  const Article article = read_one(R"({"people":["Ann",["no"],{"x":["no"]},"Bob"],"text":"x"})");
  EXPECT_THAT(article.given,
              ElementsAre(GivenEntity{EntityKind::kPerson, "Ann"}, GivenEntity{EntityKind::kPerson, "Bob"}));
}

TEST(JsonLines, RejectsArticlesWithoutText) {
  for (const char* line : {R"({"id":"x"})", R"({"text":""})", R"({"text":" \n\t\u200b "})", R"({"text":7})",
                           R"({"text":null})", R"({"text":{"text":"inside"}})"}) {
    EXPECT_EQ(rejection_of(line), "has no text") << line;
  }
}

TEST(JsonLines, SaysInWhichColumnTheMistakeIs) {
  EXPECT_THAT(rejection_of(R"({"text":"x",})"), HasSubstr("column 13"));
  EXPECT_THAT(rejection_of("{\"é\":\"x\" \"y\"}"), HasSubstr("column 12")) << "characters, not bytes";
  EXPECT_THAT(rejection_of("no json"), HasSubstr("column 2"));
  EXPECT_THAT(rejection_of(R"({"text":"x"} {"text":"y"})"), HasSubstr("column 14"));
  EXPECT_THAT(rejection_of(R"({"text":"cut off)"), HasSubstr("no valid JSON"));
  EXPECT_THAT(rejection_of(R"(["text","x"])"), HasSubstr("not an object"));
  EXPECT_THAT(rejection_of(R"("text")"), HasSubstr("not an object"));
  EXPECT_THAT(rejection_of("17"), HasSubstr("not an object"));
  EXPECT_THAT(rejection_of("{\"text\":\"broken \xff\xfe here\"}"), HasSubstr("neither UTF-8 nor Windows-1252"));
}

TEST(JsonLines, MessagesAreOneLineAndShortWhateverTheLineHas) {
  const std::string message = rejection_of("{\"text\":\"" + std::string(100'000, 'x') + "\\q\"}");
  EXPECT_LT(message.size(), 400U);
  EXPECT_EQ(message.find('\n'), std::string::npos);
}

TEST(JsonLines, SurvivesDeepNesting) {
  EXPECT_THAT(rejection_of(R"({"text":)" + std::string(200'000, '[')), HasSubstr("no valid JSON"));
  EXPECT_EQ(read_one(R"({"deep":)" + std::string(100'000, '[') + std::string(100'000, ']') + R"(,"text":"x"})").text,
            "x");
}

TEST(JsonLines, CountsBlankLinesButSkipsThem) {
  const FileReading reading =
      read_lines("\xEF\xBB\xBF\n{\"text\":\"a\"}\r\n\r\n  \n{\"text\":\"b\"}\n{bad\n{\"text\":\"c\"}");
  ASSERT_EQ(reading.articles.size(), 3U);
  EXPECT_EQ(reading.articles[0].record, 2U);
  EXPECT_EQ(reading.articles[1].record, 5U);
  EXPECT_EQ(reading.articles[2].record, 7U);
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_EQ(reading.rejections[0].record, 6U);
}

// A source of one line of `length` bytes between two good ones, made while it is read.
class LongLineSource final : public ByteSource {
 public:
  explicit LongLineSource(std::uint64_t length) : left_(length) {}
  Result<std::size_t> read(std::span<char> into) override {
    if (step_ == 1 && left_ > 0) {
      const std::size_t count = std::min<std::uint64_t>(into.size(), left_);
      std::fill_n(into.begin(), count, 'x');
      left_ -= count;
      return count;
    }
    if (step_ == 1) step_ = 2;
    const std::string_view piece = step_ == 0   ? "{\"text\":\"before\"}\n"
                                   : step_ == 2 ? "\n{\"text\":\"after\"}\n"
                                                : "";
    ++step_;
    std::copy(piece.begin(), piece.end(), into.begin());
    return piece.size();
  }

 private:
  std::uint64_t left_;
  int step_ = 0;
};

TEST(JsonLines, ALineAboveTheLimitIsRejectedAndTheRestIsRead) {
  for (const std::uint64_t length : {std::uint64_t{1} << 20, std::uint64_t{200} << 20}) {
    LongLineSource source(length);
    const FileReading reading = read_all_records(*choose_format("{}", kPath), source, kPath, {.record_bytes = 100'000});
    ASSERT_EQ(reading.articles.size(), 2U);
    EXPECT_EQ(reading.articles[1].text, "after");
    EXPECT_EQ(reading.articles[1].record, 3U);
    ASSERT_EQ(reading.rejections.size(), 1U);
    EXPECT_EQ(reading.rejections[0].record, 2U);
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("100,000 bytes"));
  }
}

TEST(JsonLines, LinesAreTheSameHoweverTheSourceIsCut) {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += R"({"text":"article )" + std::to_string(i) + "\"}\n";
  for (const std::size_t piece : {1, 7, 100, 100'000}) {
    StringSource source(lines, piece);
    const FileReading reading = read_all_records(*choose_format("{}", kPath), source, kPath);
    ASSERT_EQ(reading.articles.size(), 300U);
    EXPECT_EQ(reading.articles[299].text, "article 299");
  }
}

TEST(JsonLines, WhatIsReadBeforeABreakStays) {
  const FormatFolder folder;
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += R"({"text":"article )" + std::to_string(i * 7919 % 10007) + "\"}\n";
  const std::string whole = gzip(lines);
  const FileReading reading = read_path(folder.write("cut.jsonl.gz", whole.substr(0, whole.size() / 2)));
  EXPECT_GT(reading.articles.size(), 1000U);
  ASSERT_EQ(reading.rejections.size(), 1U) << "the line that was cut is not told on its own";
  EXPECT_EQ(reading.rejections[0].record, 0U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("truncated"));
}

TEST(JsonLines, FilesThatAreOneDocumentAreToldOnce) {
  const FileReading reading = read_bytes("[\n{\"text\":\"x\",", "/news/one.jsonl");
  EXPECT_THAT(reading.articles, IsEmpty());
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("truncated"));
}

TEST(JsonLines, AnEmptyFileIsRejected) {
  const FileReading reading = read_lines("");
  ASSERT_EQ(reading.rejections.size(), 1U);
  EXPECT_EQ(reading.rejections[0].error.message, "is empty");
}

TEST(JsonLines, StopsWhenTheSinkWantsNoMore) {
  StringSource source("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  int seen = 0;
  const RecordSink sink{.record = [&](RawRecord&&) { return ++seen < 1; },
                        .rejection = [](Rejection&&) { return true; }};
  EXPECT_TRUE(choose_format("{}", kPath)->split(source, kPath, {}, sink));
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace dateline
