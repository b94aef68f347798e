// Proves that catalog, Xapian and the columns agree, or names what does not.
#pragma once

#include <string>
#include <vector>

#include "indexer/ingest/archive_writer.h"
#include "shared/base/result.h"

namespace dateline {

struct CheckReport {
  std::uint64_t articles = 0;         // compared
  std::vector<std::string> problems;  // one line each, at most kMostProblems and a line that says how many more
};
inline constexpr std::size_t kMostProblems = 50;

// Reads everything. An Error only where checking itself cannot go on; damage is a problem of the report.
Result<CheckReport> check_archive(const ArchiveWriter& archive);

}  // namespace dateline
