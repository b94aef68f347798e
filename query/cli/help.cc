// Help: examples first, then options.
#include "query/cli/help.h"

#include <dateline.h>

#include <algorithm>

namespace dateline::cli {
namespace {

constexpr std::string_view kProgramExamples =
    "  dateline search ceasefire gaza\n"
    "  dateline search '\"cease fire\" -title:talks' --person \"Joe Biden\" --date 2024-07..2024-08\n"
    "  dateline facets ceasefire --facet person --facet date\n"
    "  dateline entity Joe Biden\n"
    "  dateline mentions \"Joe Biden\" ceasefire\n"
    "  dateline show ID\n";

constexpr std::string_view kSearchExamples =
    "  dateline search ceasefire gaza                      all words\n"
    "  dateline search '\"white house\" OR pentagon'         phrases, AND, OR, NOT, parentheses\n"
    "  dateline search gaza -hamas                         without a word\n"
    "  dateline search 'person:\"Yahya Sinwar\" date:2024-08'\n"
    "  dateline search gaza --place Doha --sort newest --limit 20\n"
    "  dateline search '*' --source CNN --json | jq .matched\n";

constexpr std::string_view kFacetsExamples =
    "  dateline facets ceasefire\n"
    "  dateline facets --facet source --facet date --date-by year      the whole archive\n"
    "  dateline facets gaza --facet person --facet-limit 100\n";

constexpr std::string_view kShowExamples =
    "  dateline show wikinews-2019-0\n"
    "  dateline show \"/data/news/gaza talks.txt\" --json | jq .entities\n";

constexpr std::string_view kEntityExamples =
    "  dateline entity Joe Biden\n"
    "  dateline entity Washington --kind place             where several kinds have the name\n"
    "  dateline entity =808                                by the number that it is listed with\n"
    "  dateline entity Hamas --json | jq .entity.appears_with.person\n";

constexpr std::string_view kMentionsExamples =
    "  dateline mentions \"Joe Biden\"                       the newest first; quotes keep a name together\n"
    "  dateline mentions \"Joe Biden\" ceasefire date:2024   in articles that match\n"
    "  dateline mentions Hamas --sort oldest --limit 100 --json\n";

constexpr std::string_view kExplainExamples =
    "  dateline explain 'gaza OR west bank'\n"
    "  dateline explain 'ceasefire -person:\"Joe Biden\"'\n";

constexpr std::string_view kQueryNote =
    "A query is all that is no option. A word with one dash excludes (gaza -hamas); what follows '--' is query text.\n"
    "Put quotes inside quotes for a phrase, so that the shell leaves it alone: '\"cease fire\"'.\n";

std::string_view examples_of(Command command) {
  switch (command) {
    case Command::kSearch:
      return kSearchExamples;
    case Command::kFacets:
      return kFacetsExamples;
    case Command::kShow:
      return kShowExamples;
    case Command::kEntity:
      return kEntityExamples;
    case Command::kMentions:
      return kMentionsExamples;
    case Command::kExplain:
      return kExplainExamples;
    case Command::kVersion:
      return "  dateline version\n";
    case Command::kHelp:
      return "  dateline help search\n";
  }
  return {};
}

// "  LEFT   RIGHT"; a left side that is too wide has the right one below it.
std::string row(std::string left, std::string_view right, std::size_t width) {
  left = "  " + left;
  std::string text = left;
  text += left.size() + 2 > width ? "\n" + std::string(width, ' ') : std::string(width - left.size(), ' ');
  text += right;
  return text + "\n";
}

std::string usage_of(const CommandInfo& info) {
  std::string text = "dateline " + std::string(info.name);
  if ((kOptions.back().commands & set_of(info.command)) != 0) text += " [OPTION…]";
  if (!info.arguments.empty()) text += " " + std::string(info.arguments);
  return text;
}

std::string options_of(Command command) {
  constexpr std::size_t kLeft = 24;
  std::string text;
  for (const OptionInfo& info : kOptions) {
    if ((info.commands & set_of(command)) == 0) continue;
    std::string left = "--" + std::string(info.name);
    if (!info.value.empty()) left += " " + std::string(info.value);
    text += row(std::move(left), info.help, kLeft);
  }
  return text;
}

std::string command_help(Command command) {
  const CommandInfo& info = kCommands[static_cast<std::size_t>(command)];
  std::string text = "dateline " + std::string(info.name) + " — " + std::string(info.help) + "\n\nExamples:\n";
  text += examples_of(command);
  text += "\nUsage: " + usage_of(info) + "\n\nOptions:\n" + options_of(command);
  if ((set_of(command) & kAsking) != 0) text += "\n" + std::string(kQueryNote);
  return text;
}

std::string commands() {
  std::string text;
  for (const CommandInfo& info : kCommands) {
    text +=
        row(std::string(info.name) + (info.arguments.empty() ? "" : " ") + std::string(info.arguments), info.help, 24);
  }
  return text;
}

std::string program_help() {
  std::string text = "dateline — search a news archive: who, where and which organizations\n\nExamples:\n";
  text += kProgramExamples;
  text += "\nCommands:\n" + commands();
  text += "\nOptions of a command: dateline help COMMAND. Archives are made with dateline-index.\n";
  text += "\nFields in a query: title: person: place: org: country: source: author: lang: date: id: url:\n";
  text +=
      "\nExit status: 0 found, 1 nothing found, 2 wrong usage or query, 3 archive missing or damaged, 4 locked, 70 our "
      "bug\n";
  return text;
}

}  // namespace

std::string help_text(std::optional<Command> topic) {
  return topic ? command_help(*topic) : program_help();
}

std::string short_help() {
  return "dateline: what to search for?\n\n" + std::string(kProgramExamples) + "\nhint: dateline --help\n";
}

std::string version_text() {
  return "dateline " + std::string(dateline_version()) + "\n";
}

}  // namespace dateline::cli
