// dateline-index: chooses the command, watches for Ctrl-C, and turns what is left of failures into exit codes.
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/commands/commands.h"
#include "schema/version.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

std::atomic<bool>& stop_flag() {
  static std::atomic<bool> stop{false};
  return stop;
}

// The first Ctrl-C asks the run to end after the current batch; the second one ends it at once, which is safe too.
void on_signal(int number) {
  if (stop_flag().exchange(true)) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
}

void watch_signals() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

ExitCode run_help(const IndexArguments& arguments) {
  const auto help = index_help(join(arguments.operands, " "));
  if (!help) return report(help.error());
  std::cout << *help;
  return ExitCode::kDone;
}

ExitCode run(std::span<const std::string> given) {
  if (given.empty()) {
    std::cerr << *index_help("");
    return ExitCode::kUsage;
  }
  const auto arguments = parse_index_arguments(given);
  if (!arguments) return report(arguments.error());
  switch (arguments->command) {
    case IndexCommand::kAdd:
      return run_add(*arguments, stop_flag());
    case IndexCommand::kWatch:
      return run_watch(*arguments, stop_flag());
    case IndexCommand::kRemove:
      return run_remove(*arguments);
    case IndexCommand::kStatus:
      return run_status(*arguments);
    case IndexCommand::kCheck:
      return run_check(*arguments);
    case IndexCommand::kRebuild:
      return run_rebuild(*arguments);
    case IndexCommand::kCompact:
      return run_compact(*arguments);
    case IndexCommand::kExtract:
      return run_extract(*arguments);
    case IndexCommand::kExport:
      return run_export(*arguments);
    case IndexCommand::kEntitiesList:
    case IndexCommand::kEntitiesShow:
    case IndexCommand::kEntitiesMerge:
    case IndexCommand::kEntitiesSplit:
    case IndexCommand::kEntitiesRename:
    case IndexCommand::kEntitiesReject:
    case IndexCommand::kEntitiesPin:
    case IndexCommand::kEntitiesAlias:
    case IndexCommand::kEntitiesLog:
    case IndexCommand::kEntitiesExport:
    case IndexCommand::kEntitiesImport:
    case IndexCommand::kEntitiesImportList:
    case IndexCommand::kEntitiesApply:
      return run_entities(*arguments, stop_flag());
    case IndexCommand::kCompletion:
      return run_completion(*arguments);
    case IndexCommand::kHelp:
      return run_help(*arguments);
    case IndexCommand::kVersion:
      std::cout << "dateline-index " << kVersion << "\n";
      return ExitCode::kDone;
  }
  return ExitCode::kOurBug;
}

}  // namespace

ExitCode report(const Error& error) {
  std::cerr << "dateline-index: " << error.message << "\n";
  if (!error.hint.empty()) std::cerr << "hint: " << error.hint << "\n";
  return exit_code_of(error.code);
}

}  // namespace dateline

int main(int argc, char** argv) {
  try {
    dateline::watch_signals();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return static_cast<int>(dateline::run(arguments));
  } catch (const std::exception& error) {  // out of memory, or a bug of ours
    std::cerr << "dateline-index: unexpected error: " << error.what()
              << "\nhint: please report this; the archive is as the last commit left it\n";
    return static_cast<int>(dateline::ExitCode::kOurBug);
  }
}
