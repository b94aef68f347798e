// The program itself, run on a small archive: exit codes, what goes where, JSON that fits its schema.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/json_schema.h"

namespace dateline::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Ran {
  int code = -1;
  std::string out, err;
};

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

constexpr std::string_view kArticles =
    R"({"id":"a1","title":"Talks on a ceasefire resume in Doha","date":"2024-08-16","source":"Example Wire","text":"DOHA, Qatar (Wire) — Negotiators met in Doha on a ceasefire in Gaza. Joe Biden spoke with Benjamin Netanyahu about Gaza.","people":["Joe Biden"],"places":["Doha"]})"
    "\n"
    R"({"id":"a2","title":"Cease-fire near, mediators say","date":"2024-07","source":"Other Wire","text":"A cease-fire is near, the mediators say. \u001b[31mJoe Biden\u001b[0m was told."})"
    "\n"
    R"({"id":"a3","title":"Elections in the north","text":"Nobody won the election."})"
    "\n";

// One archive for all tests of this program.
class Program : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::filesystem::temp_directory_path() / ("dateline-cli-test-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "articles.jsonl") << kArticles;
    const Ran made =
        run_program(DATELINE_INDEX_PROGRAM, "add --db " + archive() + " " + (folder_ / "articles.jsonl").string());
    ASSERT_EQ(made.code, 0) << made.err;
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(folder_); }

  static std::string archive() { return (folder_ / "archive").string(); }

  static Ran run_program(const std::string& program, const std::string& arguments) {
    const std::string out = (folder_ / "out").string();
    const std::string err = (folder_ / "err").string();
    const int status =
        std::system(("'" + program + "' " + arguments + " >'" + out + "' 2>'" + err + "' </dev/null").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
  }
  static Ran dateline(const std::string& arguments) { return run_program(DATELINE_PROGRAM, arguments); }
  static Ran on_archive(const std::string& command, const std::string& arguments) {
    return dateline(command + " --db " + archive() + " " + arguments);
  }

  static std::filesystem::path folder_;
};
std::filesystem::path Program::folder_;

TEST_F(Program, FindsArticlesAndSaysSoWithItsExitCode) {
  const Ran found = on_archive("search", "ceasefire");
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_THAT(found.out, StartsWith("2 articles"));
  EXPECT_THAT(found.out, HasSubstr("Talks on a ceasefire resume in Doha\n"));
  EXPECT_THAT(found.out, HasSubstr("Example Wire · 2024-08-16 · a1\n"));
  EXPECT_THAT(found.out, HasSubstr("People"));
  EXPECT_EQ(found.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(found.err, "");

  const Ran nothing = on_archive("search", "volcano");
  EXPECT_EQ(nothing.code, 1);
  EXPECT_THAT(nothing.out, StartsWith("no article matches"));
}

TEST_F(Program, AsksWhetherAnotherQueryWasMeant) {
  const Ran ran = on_archive("search", "negotiaters ceasefire");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("\ndid you mean: negotiators ceasefire\n"));
  const Ran json = on_archive("search", "negotiaters --json");
  EXPECT_EQ(nlohmann::json::parse(json.out)["corrected"], "negotiators");
  EXPECT_EQ(schema_errors("search-results.schema.json", json.out), "");
}

TEST_F(Program, MarksEntitiesWhereAsked) {
  const std::string query = "negotiators --mark-entities --no-facets ";
  EXPECT_THAT(on_archive("search", query + "--color always").out, HasSubstr("\x1b[4;35mBenjamin Netanyahu\x1b[0m"));
  EXPECT_THAT(on_archive("search", query + "--json").out, HasSubstr("<em data-kind=\\\"person\\\">Joe Biden</em>"));
}

TEST_F(Program, ShowsWhatIsExcluded) {
  EXPECT_THAT(on_archive("facets", "'* -source:\"Other Wire\"' --facet source").out, HasSubstr("✗ Other Wire"));
}

TEST_F(Program, TakesWordsWithOneDashAsExclusions) {
  const Ran ran = on_archive("search", "ceasefire -doha --no-facets");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("1 article"));
  EXPECT_THAT(on_archive("search", "-ceasefire").out, HasSubstr("Elections in the north"));
}

TEST_F(Program, PrintsJsonThatFitsTheSchema) {
  for (const char* arguments :
       {"ceasefire --json", "'*' --json --no-facets --limit 1", "volcano --json",
        "--json --person 'Joe Biden' --facet author --facet language --facet date --date-by day",
        "'\"cease fire\" OR election' --json --sort newest --facet-limit 0"}) {
    const Ran ran = on_archive("search", arguments);
    EXPECT_LE(ran.code, 1) << ran.err;
    EXPECT_EQ(schema_errors("search-results.schema.json", ran.out), "") << ran.out;
  }
  EXPECT_EQ(schema_errors("search-results.schema.json", on_archive("facets", "--json").out), "");
}

TEST_F(Program, AnswersABatchInJsonThatFitsTheSchema) {
  std::ofstream(folder_ / "queries") << "q1\tceasefire\nvolcano\nbroken (\n";
  std::istringstream lines(on_archive("batch", (folder_ / "queries").string() + " --json").out);
  std::size_t answers = 0;
  for (std::string line; std::getline(lines, line); ++answers) {
    EXPECT_EQ(schema_errors("batch.schema.json", line), "") << line;
    const auto answer = nlohmann::json::parse(line);
    if (answer.contains("results")) {
      EXPECT_EQ(schema_errors("search-results.schema.json", answer["results"].dump()), "");
    }
  }
  EXPECT_EQ(answers, 3U);
}

TEST_F(Program, KeepsSearchesAndTellsAlertsInJsonThatFitsTheSchema) {
  EXPECT_EQ(on_archive("saved", "").code, 1);
  EXPECT_EQ(schema_errors("saved.schema.json", on_archive("saved", "--json").out), "");
  const Ran saved = on_archive("save", "late 'last word' --person 'Joe Biden' --date 2024 --recency 30d");
  EXPECT_EQ(saved.code, 0) << saved.err;
  const std::string list = on_archive("saved", "--json --count").out;
  EXPECT_EQ(schema_errors("saved.schema.json", list), "") << list;
  EXPECT_THAT(on_archive("saved", "").out,
              HasSubstr("late  'last word' --date 2024 --person 'Joe Biden' --recency 30d\n"));
  EXPECT_EQ(schema_errors("search-results.schema.json", on_archive("run", "late --json").out), "");
  std::ofstream(folder_ / "late.jsonl")
      << R"({"id":"late","date":"2024-01","text":"The last word of Joe Biden.","people":["Joe Biden"]})"
      << "\n";
  EXPECT_EQ(
      run_program(DATELINE_INDEX_PROGRAM, "add -q --db " + archive() + " " + (folder_ / "late.jsonl").string()).code,
      0);
  const std::string alert = on_archive("alerts", "--json").out;
  EXPECT_EQ(schema_errors("alert.schema.json", alert), "") << alert;
  EXPECT_EQ(run_program(DATELINE_INDEX_PROGRAM, "remove -q --db " + archive() + " late").code, 0);
  EXPECT_EQ(on_archive("forget", "late").code, 0);
}

TEST_F(Program, TellsWhoSomebodyIsInJsonThatFitsTheSchema) {
  for (const char* arguments :
       {"'Joe Biden' --json", "Doha --json", "--json nobody of this name", "--json 'Jo Biden'"}) {
    const Ran ran = on_archive("entity", arguments);
    EXPECT_LE(ran.code, 1) << ran.err;
    EXPECT_EQ(schema_errors("entity.schema.json", ran.out), "") << ran.out;
  }
  for (const char* arguments :
       {"'Joe Biden' --json", "'Joe Biden' ceasefire --json", "Doha volcano --json", "nobody --json"}) {
    const Ran ran = on_archive("mentions", arguments);
    EXPECT_LE(ran.code, 1) << ran.err;
    EXPECT_EQ(schema_errors("mentions.schema.json", ran.out), "") << ran.out;
  }
}

TEST_F(Program, TellsWhoSomebodyIs) {
  const Ran ran = on_archive("entity", "joe biden");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("Joe Biden · person\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n  Joe Biden spoke with Benjamin Netanyahu about Gaza.\n"));
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  EXPECT_THAT(on_archive("entity", "joe biden --color always").out, HasSubstr("\x1b[1;31mJoe Biden\x1b[0m spoke"));
  EXPECT_EQ(on_archive("entity", "CNN --kind source").code, 2);
}

TEST_F(Program, SuggestsANameForOneThatNobodyHas) {
  for (const char* command : {"entity", "mentions"}) {
    const Ran ran = on_archive(command, "'Joe Bidden'");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("\nhint: did you mean 'Joe Biden' (person, "));
  }
}

TEST_F(Program, CitesWhereSomebodyIsNamed) {
  const Ran ran = on_archive("mentions", "'Joe Biden' ceasefire --limit 1");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(" of Joe Biden in "));
  EXPECT_THAT(ran.out, HasSubstr("\nExample Wire · 2024-08-16 · a1\n"));
  const Ran none = on_archive("mentions", "'Joe Biden' volcano");
  EXPECT_EQ(none.code, 1);
  EXPECT_THAT(none.out, StartsWith("no mention of Joe Biden"));
  const Ran wrong = on_archive("mentions", "'Joe Biden' foo:bar");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("\n  foo:bar\n  ^~~\n"));
}

// The bytes that are told cut the name out of the article that `show` gives.
TEST_F(Program, TellsTheBytesOfAMention) {
  const auto found = nlohmann::json::parse(on_archive("mentions", "'Joe Biden' --json").out);
  ASSERT_FALSE(found["mentions"].empty());
  for (const auto& mention : found["mentions"]) {
    const auto article = nlohmann::json::parse(on_archive("show", mention["id"].get<std::string>() + " --json").out);
    const auto text = article[mention["in_title"].get<bool>() ? "title" : "text"].get<std::string>();
    const std::size_t begin = mention["begin"], end = mention["end"];
    EXPECT_EQ(text.substr(begin, end - begin), mention["text"]);
  }
}

TEST_F(Program, CompletesWhatIsTyped) {
  EXPECT_EQ(on_archive("complete", "'gaza person:jo'").out, "gaza person:\"Joe Biden\"\n");
  EXPECT_EQ(on_archive("complete", "electi").out, "election\nelections\n");
  EXPECT_EQ(on_archive("complete", "electi --limit 1").out, "election\n");
  const Ran none = on_archive("complete", "zzzz");
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(none.out + none.err, "");
  EXPECT_EQ(on_archive("complete", "electi --limit 0").code, 2);
  for (const char* arguments : {"'gaza person:jo' --json", "--json zzzz", "--json p", "--json"}) {
    const Ran ran = on_archive("complete", arguments);
    EXPECT_EQ(schema_errors("complete.schema.json", ran.out), "") << ran.out;
  }
}

TEST_F(Program, ReportsOfRunsFitTheSchema) {
  const std::string articles = (folder_ / "articles.jsonl").string();
  for (const char* const options : {"--dry-run", "--limit 1", "", "--prune"}) {
    const Ran ran = run_program(DATELINE_INDEX_PROGRAM, "add --quiet --json --db " + (folder_ / "reported").string() +
                                                            " " + options + " " + articles);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(schema_errors("add.schema.json", ran.out), "") << ran.out;
  }
}

TEST_F(Program, ExtractsJsonThatFitsTheSchema) {
  const Ran ran = run_program(DATELINE_INDEX_PROGRAM, "extract --json " + (folder_ / "articles.jsonl").string());
  EXPECT_EQ(ran.code, 0) << ran.err;
  std::istringstream lines(ran.out);
  int articles = 0;
  for (std::string line; std::getline(lines, line); ++articles) {
    EXPECT_EQ(schema_errors("extract.schema.json", line), "") << line;
  }
  EXPECT_EQ(articles, 3);
}

TEST_F(Program, PointsToTheFaultOfAQuery) {
  for (const char* json : {"", " --json"}) {
    const Ran ran = on_archive("search", std::string("ceasefire foo:bar") + json);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, StartsWith("dateline: unknown field 'foo'\n  ceasefire foo:bar\n            ^~~\nhint: "));
  }
}

TEST_F(Program, DoesNotPointIntoTheQueryForAWrongDateOption) {
  const Ran ran = on_archive("search", "ceasefire --date 2024-13");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("there is no month 13"));
  EXPECT_EQ(ran.err.find('^'), std::string::npos);
}

TEST_F(Program, SaysHowToMakeAnArchiveWhereThereIsNone) {
  const Ran ran = dateline("search --db " + (folder_ / "none").string() + " gaza");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, StartsWith("dateline: "));
  EXPECT_THAT(ran.err, HasSubstr("dateline-index"));
}

TEST_F(Program, ExplainsWrongUsage) {
  for (const char* arguments :
       {"serach gaza", "search", "search gaza --limit x", "show", "entity", "mentions", "--frobnicate"}) {
    const Ran ran = dateline(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, StartsWith("dateline: "));
    EXPECT_THAT(ran.err, HasSubstr("\nhint: ")) << arguments;
  }
  const Ran bare = dateline("");
  EXPECT_EQ(bare.code, 2);
  EXPECT_THAT(bare.err, HasSubstr("dateline search ceasefire gaza"));
}

TEST_F(Program, PrintsHelpAndVersionWithoutAnArchive) {
  for (const char* arguments : {"--help", "help", "help search", "search --help", "--version", "version"}) {
    const Ran ran = dateline(arguments);
    EXPECT_EQ(ran.code, 0) << arguments;
    EXPECT_THAT(ran.out, StartsWith("dateline "));
    EXPECT_EQ(ran.err, "");
  }
}

TEST_F(Program, ShowsOneArticleWithoutItsEscapes) {
  const Ran ran = on_archive("show", "a2");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("Cease-fire near, mediators say\n"));
  EXPECT_THAT(ran.out, HasSubstr("published     2024-07\n"));
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(on_archive("show", "nobody").code, 1);
  EXPECT_EQ(nlohmann::json::parse(on_archive("show", "a1 --json").out, nullptr, false).value("id", ""), "a1");
}

TEST_F(Program, ColoursOnlyWhenAsked) {
  EXPECT_NE(on_archive("search", "ceasefire --color always").out.find('\x1b'), std::string::npos);
  EXPECT_EQ(on_archive("search", "ceasefire --color never").out.find('\x1b'), std::string::npos);
}

TEST_F(Program, CountsTheWholeArchive) {
  const Ran ran = on_archive("facets", "--facet source --facet date --date-by year");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("3 articles"));
  EXPECT_THAT(ran.out, HasSubstr("Example Wire"));
  EXPECT_THAT(ran.out, HasSubstr("2024"));
  EXPECT_EQ(ran.out.find("Elections"), std::string::npos);
}

TEST_F(Program, ExplainsHowAQueryIsUnderstood) {
  const Ran ran = on_archive("explain", "gaza OR west bank");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("tokens  gaza (word)  OR (operator)  west (word)  bank (word)\n"));
  EXPECT_THAT(ran.out, HasSubstr("(or\n  (word \"gaza\")\n  (words\n    (word \"west\")\n    (word \"bank\")))\n"));
  for (const char* arguments : {"'gaza elect*^2 person:joe' --json", "--json zzzz", "--json 'gaza -truce'"}) {
    const Ran json = on_archive("explain", arguments);
    EXPECT_EQ(schema_errors("explain.schema.json", json.out), "") << json.out;
  }
  EXPECT_EQ(on_archive("explain", "gaza --hit nosuch").code, 1);
}

TEST_F(Program, SaysWhenTheOutputCannotBeWritten) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const int status =
      std::system(("'" DATELINE_PROGRAM "' search --db " + archive() + " ceasefire >/dev/full 2>/dev/null").c_str());
  EXPECT_EQ(WEXITSTATUS(status), 3);
}

}  // namespace
}  // namespace dateline::cli
