// What the line of progress says, and what of it fits.
#include "indexer/commands/progress_line.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

namespace dateline {
namespace {

ProgressState state(std::uint64_t files, std::uint64_t bytes, double seconds, std::optional<Workload> whole) {
  return {.counts = {.added = 8000, .changed = 100, .unchanged = 20, .files = files},
          .files = files,
          .bytes = bytes,
          .bytes_passed_over = 0,
          .whole = whole,
          .passed = std::chrono::duration<double>(seconds)};
}

TEST(Progress, SaysWhatIsLeftOnceThatIsKnown) {
  EXPECT_EQ(progress_text(state(12, 1000, 20, std::nullopt), 80), "12 files · 8,120 articles · 406/s");
  EXPECT_EQ(progress_text(state(1204, 300'000'000, 20, Workload{25'000, 1'500'000'000}), 80),
            "1,204 of 25,000 files · 1.2 GB left, about 80 s · 8,120 articles · 406/s");
  EXPECT_EQ(progress_text(state(0, 0, 0.5, Workload{1, 45'000'000}), 80),
            "0 of 1 file · 45 MB left · 8,120 articles · 16,240/s");
}

TEST(Progress, GuessesNoTimeBeforeItCan) {
  const Workload whole{100, 1'000'000'000};
  const struct {
    std::uint64_t bytes;
    double seconds;
    std::string left;
  } cases[] = {
      {500'000'000, 4, "500 MB left"},  // too early
      {10'000'000, 60, "990 MB left"},  // too little
      {500'000'000, 60, "500 MB left, about 60 s"},
      {999'000'000, 60, "1.0 MB left, about 5 s"},
      {100'000'000, 100, "900 MB left, about 15 min"},
      {100'000'000, 3600, "900 MB left, about 9 h"},
  };
  for (const auto& example : cases) {
    EXPECT_EQ(progress_text(state(1, example.bytes, example.seconds, whole), 10 + example.left.size() + 10),
              "1 of 100 files · " + example.left);
  }
}

TEST(Progress, CountsFilesThatWereNotReadAgainForNothing) {
  ProgressState passed = state(90, 900'000'000, 100, Workload{100, 1'000'000'000});
  passed.bytes_passed_over = 890'000'000;
  EXPECT_EQ(progress_text(passed, 50), "90 of 100 files · 100 MB left, about 17 min");
}

TEST(Progress, SaysThatOnlyTheEndIsLeft) {
  EXPECT_EQ(progress_text(state(5, 500, 20, Workload{5, 500}), 30), "5 of 5 files · finishing");
}

TEST(Progress, LeavesOutWhatDoesNotFit) {
  ProgressState full = state(1204, 300'000'000, 20, Workload{25'000, 1'500'000'000});
  full.counts.rejected = 3;
  const std::string whole = progress_text(full, 200);
  EXPECT_EQ(whole, "1,204 of 25,000 files · 1.2 GB left, about 80 s · 3 rejected · 8,120 articles · 406/s");
  EXPECT_EQ(progress_text(full, 60), "1,204 of 25,000 files · 1.2 GB left, about 80 s · 3 rejected");
  EXPECT_EQ(progress_text(full, 30), "1,204 of 25,000 files");
  EXPECT_EQ(progress_text(full, 5), "");
}

}  // namespace
}  // namespace dateline
