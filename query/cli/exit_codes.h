// What the program's exit status says. Scripts rely on these numbers (docs/man/dateline.1): never change one.
#pragma once

#include <dateline.h>

#include <cstdint>

namespace dateline::cli {

enum class ExitCode : std::uint8_t {
  kDone = 0,          // found, or done
  kNothingFound = 1,  // no article matches, or there is no article of that id
  kWrongUsage = 2,    // wrong option, argument or query
  kNoArchive = 3,     // archive missing, damaged, of another version, or the system refused to read it
  kLocked = 4,        // another writer holds the archive
  kRejected = 5,      // some input could not be decoded
  kOurBug = 70,       // EX_SOFTWARE of sysexits.h
};

constexpr ExitCode exit_code_of(dateline_code code) {
  switch (code) {
    case DATELINE_OK:
      return ExitCode::kDone;
    case DATELINE_NOT_FOUND:
      return ExitCode::kNothingFound;
    case DATELINE_USAGE:
    case DATELINE_QUERY:
      return ExitCode::kWrongUsage;
    case DATELINE_ARCHIVE_MISSING:
    case DATELINE_ARCHIVE_DAMAGED:
    case DATELINE_ARCHIVE_VERSION:
    case DATELINE_IO:
      return ExitCode::kNoArchive;
    case DATELINE_LOCKED:
      return ExitCode::kLocked;
    case DATELINE_UNREADABLE:
      return ExitCode::kRejected;
    case DATELINE_INTERRUPTED:
    case DATELINE_INTERNAL:
      break;
  }
  return ExitCode::kOurBug;
}

}  // namespace dateline::cli
