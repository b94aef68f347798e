// From the words of the command line to the exit code.
#pragma once

#include <string>
#include <vector>

#include "query/cli/exit_codes.h"

namespace dateline::cli {

ExitCode run_program(const std::vector<std::string>& words);  // argv without the program's name

}  // namespace dateline::cli
