// What dateline-index returns to the shell. Fixed: scripts rely on it (README, "Exit codes").
#pragma once

#include "shared/base/result.h"

namespace dateline {

enum class ExitCode : int {
  kDone = 0,
  kNothing = 1,  // nothing found: remove of an unknown key; check: problems
  kUsage = 2,
  kArchive = 3,   // missing, damaged, of another version; the disk refused
  kLocked = 4,    // another writer
  kRejected = 5,  // some articles were rejected, the rest is indexed
  kOurBug = 70,
};

constexpr ExitCode exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kQuery:
      return ExitCode::kUsage;
    case ErrorCode::kNotFound:
      return ExitCode::kUsage;  // a path on the command line that does not exist
    case ErrorCode::kArchiveMissing:
    case ErrorCode::kArchiveDamaged:
    case ErrorCode::kArchiveVersion:
    case ErrorCode::kIo:
      return ExitCode::kArchive;
    case ErrorCode::kLocked:
      return ExitCode::kLocked;
    case ErrorCode::kUnreadable:
      return ExitCode::kRejected;
    case ErrorCode::kInterrupted:
      return ExitCode::kDone;
    case ErrorCode::kInternal:
      return ExitCode::kOurBug;
  }
  return ExitCode::kOurBug;
}

}  // namespace dateline
