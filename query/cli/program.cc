// Parses, runs, and writes what comes out of it.
#include "query/cli/program.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "query/cli/cli_options.h"
#include "query/cli/command_list.h"
#include "query/cli/help.h"
#include "query/cli/output.h"

namespace dateline::cli {
namespace {

void write_message(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

ExitCode write_outcome(Outcome outcome, Output& output) {
  const auto when_written = outcome.when_written;
  write_message(outcome.messages);
  while (output.write(outcome.output) && outcome.rest) {
    outcome = outcome.rest();
    write_message(outcome.messages);
  }
  if (output.finish()) {
    const auto error = when_written ? when_written() : std::nullopt;
    if (!error) return outcome.code;
    const Outcome failed = outcome_of(*error);
    write_message(failed.messages);
    return failed.code;
  }
  std::fprintf(stderr, "dateline: cannot write the output: %s\n", std::strerror(errno));
  return ExitCode::kNoArchive;
}

}  // namespace

ExitCode run_program(const std::vector<std::string>& given) {
  const Surroundings around = look_around();
  std::vector<std::string> words = given;
  if (words.empty() && around.terminal && isatty(STDIN_FILENO) == 1) words = {std::string(kPromptCommand.name)};
  if (words.empty()) {
    write_message(short_help());
    return ExitCode::kWrongUsage;
  }
  const auto arguments = parse_command_line(words);
  const bool paged = arguments.ok() && arguments->pager && around.terminal;
  Output output(around.terminal_height, around.terminal_width,
                paged ? pager_command(pager_settings()) : std::vector<std::string>());
  if (!arguments) return write_outcome(outcome_of(arguments.error()), output);
  return write_outcome(run_command(*arguments, screen_for(around, arguments->color)), output);
}

}  // namespace dateline::cli
