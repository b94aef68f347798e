// Help: examples first, then options.
#include "query/cli/help.h"

#include <dateline.h>

#include "query/cli/option_table.h"

namespace dateline::cli {
namespace {

constexpr std::string_view kProgramExamples =
    "  dateline search ceasefire gaza\n"
    "  dateline search '\"cease fire\" -title:talks' --person \"Joe Biden\" --date 2024-07..2024-08\n"
    "  dateline facets ceasefire --facet person --facet date\n"
    "  dateline entity Joe Biden\n"
    "  dateline mentions \"Joe Biden\" ceasefire\n"
    "  dateline show ID\n";

constexpr std::string_view kQueryNote =
    "A query is all that is no option. A word with one dash excludes (gaza -hamas); what follows '--' is query text.\n"
    "Put quotes inside quotes for a phrase, so that the shell leaves it alone: '\"cease fire\"'.\n";

constexpr std::size_t kLeft = 24;  // columns

// "  LEFT   RIGHT"; a left side that is too wide has the right one below it.
std::string row(std::string left, std::string_view right) {
  left = "  " + left;
  std::string text = left;
  text += left.size() + 2 > kLeft ? "\n" + std::string(kLeft, ' ') : std::string(kLeft - left.size(), ' ');
  text += right;
  return text + "\n";
}

std::string with_arguments(const CommandInfo& info) {
  return std::string(info.name) + (info.arguments.empty() ? "" : " ") + std::string(info.arguments);
}

std::string usage_of(const CommandInfo& info) {
  std::string text = "dateline " + std::string(info.name);
  if (!info.options.empty()) text += " [OPTION…]";
  if (!info.arguments.empty()) text += " " + std::string(info.arguments);
  return text;
}

std::string options_of(const CommandInfo& command) {
  std::string text;
  for (const std::string_view name : option_names(command)) {
    const OptionInfo* info = find_option(name);
    if (info == nullptr) continue;
    std::string left = "--" + std::string(info->name);
    if (!info->value.empty()) left += " " + std::string(info->value);
    text += row(std::move(left), info->help);
  }
  return text;
}

std::string command_help(const CommandInfo& info) {
  std::string text = "dateline " + std::string(info.name) + " — " + std::string(info.help) + "\n\nExamples:\n";
  text += info.examples;
  text += "\nUsage: " + usage_of(info) + "\n\nOptions:\n" + options_of(info);
  if (info.takes_query) text += "\n" + std::string(kQueryNote);
  return text;
}

std::string program_help() {
  std::string text = "dateline — search a news archive: who, where and which organizations\n\nExamples:\n";
  text += kProgramExamples;
  text += "\nCommands:\n";
  for (const CommandInfo* info : commands()) text += row(with_arguments(*info), info->help);
  text += "\nOptions of a command: dateline help COMMAND. Archives are made with dateline-index.\n";
  text += "\nFields in a query: title: person: place: org: country: source: author: lang: date: id: url:\n";
  text +=
      "\nExit status: 0 found, 1 nothing found, 2 wrong usage or query, 3 archive missing or damaged, 4 locked, 70 our "
      "bug\n";
  return text;
}

}  // namespace

std::string help_text(const CommandInfo* topic) {
  return topic != nullptr ? command_help(*topic) : program_help();
}

std::string short_help() {
  return "dateline: what to search for?\n\n" + std::string(kProgramExamples) + "\nhint: dateline --help\n";
}

std::string version_text() {
  return "dateline " + std::string(dateline_version()) + "\n";
}

}  // namespace dateline::cli
