// Formats of rows, byte for byte; which format the options mean; which pager is run.
#include "query/cli/row_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/cli/cli_options.h"
#include "query/cli/output.h"
#include "query/cli/pager.h"
#include "query/cli/row_pages.h"

namespace dateline::cli {
namespace {

Rows sample() {
  return {{{"rank", CellKind::kNumber}, {"title"}, {"url"}, {"made", CellKind::kFlag}},
          {{"1", "Talks, \"again\"", "https://example.org/a|b", "true"},
           {"2", "Tab\there\nand \\ *there*", "", "false"},
           {"", "", "javascript:x", ""}}};
}

TEST(RowFormats, CsvIsThatOfRfc4180) {
  EXPECT_EQ(print_rows(sample(), Format::kCsv, true),
            "rank,title,url,made\r\n"
            "1,\"Talks, \"\"again\"\"\",https://example.org/a|b,true\r\n"
            "2,\"Tab\there\nand \\ *there*\",,false\r\n"
            ",,javascript:x,\r\n");
}

TEST(RowFormats, TsvHasOneLineARow) {
  EXPECT_EQ(print_rows(sample(), Format::kTsv, true),
            "rank\ttitle\turl\tmade\n"
            "1\tTalks, \"again\"\thttps://example.org/a|b\ttrue\n"
            "2\tTab\\there\\nand \\\\ *there*\t\tfalse\n"
            "\t\tjavascript:x\t\n");
}

TEST(RowFormats, JsonLinesHaveTypes) {
  EXPECT_EQ(print_rows(sample(), Format::kJsonLines, true),
            "{\"rank\":1,\"title\":\"Talks, \\\"again\\\"\",\"url\":\"https://example.org/a|b\",\"made\":true}\n"
            "{\"rank\":2,\"title\":\"Tab\\there\\nand \\\\ *there*\",\"url\":\"\",\"made\":false}\n"
            "{\"rank\":null,\"title\":\"\",\"url\":\"javascript:x\",\"made\":null}\n");
}

TEST(RowFormats, MarkdownIsATableWithLinks) {
  EXPECT_EQ(print_rows(sample(), Format::kMarkdown, true),
            "| rank | title | made |\n"
            "| ---: | --- | --- |\n"
            "| 1 | [Talks, \"again\"](<https://example.org/a%7Cb>) | true |\n"
            "| 2 | Tab here and \\\\ \\*there\\* | false |\n"
            "|  |  |  |\n");
}

TEST(RowFormats, HaveTheirHeadOnce) {
  for (const Format format : {Format::kCsv, Format::kTsv, Format::kMarkdown}) {
    const std::string whole = print_rows(sample(), format, true), rest = print_rows(sample(), format, false);
    EXPECT_LT(rest.size(), whole.size());
    EXPECT_TRUE(whole.ends_with(rest));
  }
}

TEST(RowPages, GoOnUntilAPageIsNotFull) {
  std::vector<std::uint64_t> asked;
  const auto fetch = [&](std::uint64_t offset, std::uint64_t limit, std::uint64_t& size) -> Outcome {
    asked.push_back(limit);
    size = std::min<std::uint64_t>(limit, 4500 - std::min<std::uint64_t>(offset, 4500));
    return {ExitCode::kDone, std::to_string(size) + " ", {}};
  };
  const auto all = [&](std::uint64_t offset, std::uint64_t limit) {
    Outcome outcome = page_by_page(fetch, offset, limit);
    std::string text = outcome.output;
    while (outcome.rest) text += (outcome = outcome.rest()).output;
    return text;
  };
  EXPECT_EQ(all(0, kAllHits), "2000 2000 500 ");
  EXPECT_EQ(all(0, 2100), "2000 100 ");
  EXPECT_EQ(all(4490, 10), "10 ");
  EXPECT_EQ(all(5000, kAllHits), "0 ");
  EXPECT_EQ(all(0, 0), "0 ");
}

TEST(FormatOptions, SayWhichFormat) {
  const struct {
    std::vector<std::string> words;
    Format format;
  } cases[] = {
      {{"search", "gaza"}, Format::kText},
      {{"search", "gaza", "--json"}, Format::kJson},
      {{"search", "gaza", "--format", "json", "--json"}, Format::kJson},
      {{"search", "gaza", "--format=jsonl"}, Format::kJsonLines},
      {{"search", "gaza", "-0"}, Format::kPaths},
      {{"search", "gaza", "--null", "--format", "paths"}, Format::kPaths},
      {{"facets", "--format", "csv"}, Format::kCsv},
      {{"mentions", "Biden", "--format", "tsv"}, Format::kTsv},
  };
  for (const auto& example : cases) {
    const auto arguments = parse_command_line(example.words);
    ASSERT_TRUE(arguments.ok()) << arguments.error().message;
    EXPECT_EQ(arguments->format, example.format);
    EXPECT_EQ(arguments->json, example.format == Format::kJson);
  }
  EXPECT_EQ(parse_command_line({"search", "--limit", "all", "x"})->request.limit, kAllHits);
  EXPECT_EQ(parse_command_line({"search", "--", "-0"})->request.query, "-0");
  EXPECT_FALSE(parse_command_line({"--no-pager", "search", "x"})->pager);
}

TEST(FormatOptions, RefuseWhatContradicts) {
  const std::vector<std::string> cases[] = {{"search", "x", "--json", "--format", "csv"},
                                            {"search", "x", "-0", "--format", "csv"},
                                            {"search", "x", "--format", "xml"},
                                            {"search", "x", "--format", "csv", "--facet", "person"},
                                            {"facets", "--format", "paths"},
                                            {"mentions", "Biden", "--format", "paths"}};
  for (const auto& words : cases) {
    const auto arguments = parse_command_line(words);
    ASSERT_FALSE(arguments.ok()) << words[2];
    EXPECT_NE(arguments.error().hint, "");
  }
}

TEST(Pager, IsThatOfTheFirstVariable) {
  using Command = std::vector<std::string>;
  EXPECT_EQ(pager_command({}), Command{"less"});
  EXPECT_EQ(pager_command({std::nullopt, "more"}), Command{"more"});
  EXPECT_EQ(pager_command({"less -S", "more"}), (Command{"less", "-S"}));
  EXPECT_EQ(pager_command({"", "more"}), Command{});
  EXPECT_EQ(pager_command({std::nullopt, "cat"}), Command{});
  EXPECT_EQ(pager_command({std::nullopt, "col -b | less"}), (Command{"sh", "-c", "col -b | less"}));
  EXPECT_FALSE(Pager::start({"no-such-pager-anywhere"}).has_value());
}

TEST(Pager, IsForWhatIsHigherThanTheScreen) {
  EXPECT_EQ(lines_on_screen("", 80), 0U);
  EXPECT_EQ(lines_on_screen("a\nb\n\n", 80), 3U);
  EXPECT_EQ(lines_on_screen(std::string(161, 'x') + "\n", 80), 3U);
  EXPECT_EQ(lines_on_screen("\x1b[1;31m" + std::string(80, 'x') + "\x1b[0m\n", 80), 1U);
}

}  // namespace
}  // namespace dateline::cli
