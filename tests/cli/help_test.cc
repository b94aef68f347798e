// Help speaks of every command and option that there is, and of no other.
#include "query/cli/help.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/option_table.h"

namespace dateline::cli {
namespace {

TEST(Help, NamesTheOptionsOfEachCommandAndNoOther) {
  const std::regex option("\n  --([a-z-]+)");
  for (const CommandInfo* command : commands()) {
    const std::string text = help_text(command);
    std::set<std::string> named, expected;
    for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at) named.insert((*at)[1]);
    for (const std::string_view name : option_names(*command)) expected.emplace(name);
    EXPECT_EQ(named, expected) << command->name;
  }
}

TEST(Help, BeginsWithExamples) {
  EXPECT_LT(help_text(nullptr).find("Examples:"), help_text(nullptr).find("Commands:"));
  EXPECT_LT(help_text(&kSearchCommand).find("Examples:"), help_text(&kSearchCommand).find("Options:"));
}

TEST(Help, NamesEveryCommand) {
  for (const CommandInfo* command : commands()) {
    EXPECT_EQ(find_command(command->name), command);
    EXPECT_NE(help_text(nullptr).find("\n  " + std::string(command->name)), std::string::npos);
  }
}

TEST(Help, FitsAHundredAndTwentyColumns) {
  for (const CommandInfo* command : commands()) {
    std::istringstream lines(help_text(command) + help_text(nullptr) + short_help());
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 120U) << line;
  }
}

}  // namespace
}  // namespace dateline::cli
