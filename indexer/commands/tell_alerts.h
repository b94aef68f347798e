// What `add --alert` does after the commit: it starts `dateline alerts`, since asking is the other program's business.
#pragma once

#include <string>

#include "indexer/commands/exit_code.h"
#include "shared/base/result.h"

namespace dateline {

struct AlertOptions {
  std::string folder;   // of the archive
  std::string command;  // a program to run for each alert; "": they are printed
  bool json = false;
};

// `dateline` as $DATELINE_PROGRAM says, else beside this program, else of $PATH. Waits for its end and gives its exit
// code.
Result<ExitCode> tell_alerts(const AlertOptions& options);

}  // namespace dateline
