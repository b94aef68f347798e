// The tables → a description; the layout is shared with dateline-index.
#include "query/cli/help.h"

#include <dateline.h>

#include "query/cli/option_table.h"
#include "shared/command_line/help_text.h"

namespace dateline::cli {
namespace {

constexpr std::string_view kProgramExamples =
    "  dateline search ceasefire gaza\n"
    "  dateline search '\"cease fire\" -title:talks' --person \"Joe Biden\" --date 2024-07..2024-08\n"
    "  dateline facets ceasefire --facet person --facet date\n"
    "  dateline entity Joe Biden\n"
    "  dateline mentions \"Joe Biden\" ceasefire\n"
    "  dateline show ID\n";

constexpr std::string_view kProgramNotes =
    "Fields in a query: title: person: place: org: country: source: author: lang: date: id: url:\n"
    "\n"
    "Exit status: 0 found, 1 nothing found, 2 wrong usage or query, 3 archive missing or damaged, 4 locked, 70 our "
    "bug. Archives are made with dateline-index.\n";

constexpr std::string_view kQueryNote =
    "A query is all that is no option. A word with one dash excludes (gaza -hamas); what follows '--' is query text. "
    "Put quotes inside quotes for a phrase, so that the shell leaves it alone: '\"cease fire\"'.\n";

command_line::Command described(const CommandInfo& info) {
  return {.name = info.name,
          .arguments = info.arguments,
          .help = info.help,
          .examples = info.examples,
          .options = info.options,
          .more = info.more,
          .notes = info.takes_query ? kQueryNote : std::string_view()};
}

}  // namespace

command_line::Program description() {
  command_line::Program program{.name = "dateline",
                                .help = "search a news archive: who, where and which organizations",
                                .examples = kProgramExamples,
                                .notes = kProgramNotes,
                                .commands = {},
                                .options = {kOptions.begin(), kOptions.end()}};
  for (const CommandInfo* info : commands()) program.commands.push_back(described(*info));
  return program;
}

std::string help_text(const CommandInfo* topic) {
  const command_line::Program program = description();
  return topic == nullptr ? program_help(program) : command_help(program, described(*topic));
}

std::string short_help() {
  return "dateline: what to search for?\n\n" + std::string(kProgramExamples) + "\nhint: dateline --help\n";
}

std::string version_text() {
  return "dateline " + std::string(dateline_version()) + "\n";
}

}  // namespace dateline::cli
