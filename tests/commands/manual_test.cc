// Help and manual of dateline-index come from its tables, and the tables fit each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/commands/command_table.h"
#include "indexer/commands/index_options.h"
#include "tests/command_line/manual_golden.h"

namespace dateline {
namespace {

using ::testing::HasSubstr;

TEST(IndexManual, IsWhatTheTablesMake) {
  command_line::expect_manual(description());
}

TEST(IndexManual, KnowsEveryOptionThatACommandTakesAndNoOther) {
  const command_line::Program program = description();
  std::string taken = "version";
  for (const auto& command : program.commands) {
    for (const auto name : command_line::words_of(command.options)) {
      EXPECT_NE(command_line::find_option(program, name), nullptr) << command.name << " --" << name;
      taken += " " + std::string(name);
    }
  }
  for (const auto& option : program.options) {
    const auto names = command_line::words_of(taken);
    EXPECT_NE(std::find(names.begin(), names.end(), option.name), names.end()) << "nothing takes --" << option.name;
  }
}

TEST(IndexHelp, BeginsWithExamples) {
  for (const CommandInfo& info : commands()) {
    const std::string text = *index_help(info.name);
    EXPECT_LT(text.find("Examples:"), text.find("Usage: dateline-index ")) << text;
    EXPECT_NE(text.find("Usage: dateline-index "), std::string::npos);
  }
}

TEST(IndexOptions, SuggestWhatWasPerhapsMeant) {
  const struct {
    std::vector<std::string> words;
    std::string hint;
  } cases[] = {
      {{"remvoe", "x"}, "did you mean 'dateline-index remove'?"},
      {{"entities", "marge", "a"}, "did you mean 'dateline-index entities merge'?"},
      {{"help", "statsu"}, ""},
      {{"add", "--purne", "x"}, "did you mean '--prune'?"},
      {{"add", "--nonsense", "x"}, "see: dateline-index help add"},
      {{"status", "--prune"}, "see: dateline-index help status"},
  };
  for (const auto& example : cases) {
    const auto parsed = parse_index_arguments(example.words);
    if (example.hint.empty()) continue;
    ASSERT_FALSE(parsed.ok()) << example.words.front();
    EXPECT_EQ(parsed.error().hint, example.hint);
  }
  EXPECT_THAT(index_help("statsu").error().hint, HasSubstr("'dateline-index status'"));
}

}  // namespace
}  // namespace dateline
