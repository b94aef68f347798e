// dateline help, dateline version.
#include "query/cli/command_list.h"
#include "query/cli/help.h"
#include "query/cli/query_request.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  return refuse_arguments(draft);
}
Outcome run_version(const Arguments&, const Screen&) {
  return {ExitCode::kDone, version_text(), {}};
}
Outcome run_help(const Arguments& arguments, const Screen&) {
  return {ExitCode::kDone, help_text(arguments.help_topic), {}};
}

}  // namespace

const CommandInfo kVersionCommand = {
    .name = "version",
    .arguments = "",
    .help = "print the version",
    .examples = "  dateline version\n",
    .options = "help",
    .settle = settle,
    .run = run_version,
};

const CommandInfo kHelpCommand = {
    .name = "help",
    .arguments = "[COMMAND]",
    .help = "print help on a command",
    .examples = "  dateline help search\n",
    .options = "help",
    .settle = settle,
    .run = run_help,
};

}  // namespace dateline::cli
