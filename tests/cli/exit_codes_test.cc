// The numbers that scripts rely on.
#include "query/cli/exit_codes.h"

#include <gtest/gtest.h>

namespace dateline::cli {
namespace {

TEST(ExitCodes, AreTheOnesThatTheManualPromises) {
  const struct {
    dateline_code code;
    int exit;
  } cases[] = {
      {DATELINE_OK, 0},     {DATELINE_NOT_FOUND, 1},       {DATELINE_USAGE, 2},           {DATELINE_QUERY, 2},
      {DATELINE_IO, 3},     {DATELINE_ARCHIVE_MISSING, 3}, {DATELINE_ARCHIVE_DAMAGED, 3}, {DATELINE_ARCHIVE_VERSION, 3},
      {DATELINE_LOCKED, 4}, {DATELINE_UNREADABLE, 5},      {DATELINE_INTERNAL, 70},       {DATELINE_INTERRUPTED, 70},
  };
  for (const auto& example : cases)
    EXPECT_EQ(static_cast<int>(exit_code_of(example.code)), example.exit) << example.code;
  EXPECT_EQ(static_cast<int>(ExitCode::kNothingFound), 1);
}

}  // namespace
}  // namespace dateline::cli
