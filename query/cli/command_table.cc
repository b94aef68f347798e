// The list of commands.
#include <algorithm>
#include <array>

#include "query/cli/command.h"
#include "query/cli/command_list.h"
#include "query/cli/error_report.h"
#include "query/cli/option_table.h"

namespace dateline::cli {
namespace {

// A line each, so that new ones merge.
constexpr std::array kCommands = {
    &kSearchCommand,      //
    &kFacetsCommand,      //
    &kShowCommand,        //
    &kEntityCommand,      //
    &kMentionsCommand,    //
    &kSimilarCommand,     //
    &kTimelineCommand,    //
    &kCompareCommand,     //
    &kTrendsCommand,      //
    &kExplainCommand,     //
    &kBatchCommand,       //
    &kSaveCommand,        //
    &kSavedCommand,       //
    &kRunCommand,         //
    &kForgetCommand,      //
    &kAlertsCommand,      //
    &kCompleteCommand,    //
    &kCompletionCommand,  //
    &kPromptCommand,      //
    &kVersionCommand,     //
    &kHelpCommand,
};

}  // namespace

std::span<const CommandInfo* const> commands() {
  return kCommands;
}

const CommandInfo* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto* c) { return c->name == name; });
  return found == kCommands.end() ? nullptr : *found;
}

const OptionInfo* find_option(std::string_view name) {
  const auto* found = std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& o) { return o.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

std::vector<std::string_view> option_names(const CommandInfo& command) {
  std::vector<std::string_view> names;
  std::string_view rest = command.options;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) names.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

bool takes_option(const CommandInfo& command, std::string_view option) {
  const auto names = option_names(command);
  return std::find(names.begin(), names.end(), option) != names.end();
}

Outcome run_command(const Arguments& arguments, const Screen& screen) {
  return arguments.command->run(arguments, screen);
}

Outcome outcome_of(const api::Error& error, std::string_view query) {
  api::Error told = error;
  if (told.code == DATELINE_ARCHIVE_MISSING && told.hint.empty()) {
    told.hint = "make one with: dateline-index add --db DIR PATH…, or name another with --db";
  }
  return {exit_code_of(told.code), {}, report_of(told, query)};
}

}  // namespace dateline::cli
