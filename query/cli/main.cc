// The program `dateline`: a client of libdateline, nothing more.
#include <cstdio>
#include <exception>

#include "query/cli/program.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(dateline::cli::run_program({argv + (argc > 0 ? 1 : 0), argv + argc}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline: internal error: %s\nhint: please report it with the command line\n", error.what());
    return static_cast<int>(dateline::cli::ExitCode::kOurBug);
  }
}
