// The manual page of dateline is what its tables make.
#include <gtest/gtest.h>

#include "query/cli/help.h"
#include "tests/command_line/manual_golden.h"

namespace dateline::cli {
namespace {

TEST(Manual, IsWhatTheTablesMake) {
  command_line::expect_manual(description());
}

}  // namespace
}  // namespace dateline::cli
