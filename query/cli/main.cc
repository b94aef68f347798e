// The program `dateline`: a client of libdateline, nothing more.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "query/cli/cli_options.h"
#include "query/cli/command.h"
#include "query/cli/help.h"

namespace {

using dateline::cli::ExitCode;
using dateline::cli::Outcome;

Outcome run(const std::vector<std::string>& words) {
  if (words.empty()) return {ExitCode::kWrongUsage, {}, dateline::cli::short_help()};
  const auto arguments = dateline::cli::parse_command_line(words);
  if (!arguments) return dateline::cli::outcome_of(arguments.error());
  return dateline::cli::run_command(*arguments, screen_for(dateline::cli::look_around(), arguments->color));
}

bool write_all(std::FILE* stream, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

ExitCode after_writing(const Outcome& outcome) {
  const auto error = outcome.when_written ? outcome.when_written() : std::nullopt;
  if (!error) return outcome.code;
  const Outcome failed = dateline::cli::outcome_of(*error);
  write_all(stderr, failed.messages);
  return failed.code;
}

int exit_with(ExitCode code) {
  return static_cast<int>(code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Outcome outcome = run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    write_all(stderr, outcome.messages);
    if (write_all(stdout, outcome.output)) return exit_with(after_writing(outcome));
    std::fprintf(stderr, "dateline: cannot write the output: %s\n", std::strerror(errno));
    return exit_with(ExitCode::kNoArchive);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline: internal error: %s\nhint: please report it with the command line\n", error.what());
    return exit_with(ExitCode::kOurBug);
  }
}
