// Runs what the command line asks for.
#pragma once

#include <string>

#include "query/cli/arguments.h"
#include "query/cli/exit_codes.h"
#include "query/cli/screen.h"

namespace dateline::cli {

// What a command leaves: nothing is written before it is known whether all went well.
struct Outcome {
  ExitCode code = ExitCode::kDone;
  std::string output;    // for standard output
  std::string messages;  // for standard error
};

Outcome run_command(const Arguments& arguments, const Screen& screen);
Outcome outcome_of(const api::Error& error, std::string_view query = {});

}  // namespace dateline::cli
