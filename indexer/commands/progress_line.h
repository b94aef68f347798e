// One line on a terminal that tells how a run goes, and what is left of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/ingest/ingest.h"

namespace dateline {

// What there is to read altogether. Unknown until all folders were walked, and for good where stdin is read.
struct Workload {
  std::uint64_t files = 0, bytes = 0;
};

struct ProgressState {
  IngestCounts counts;
  std::uint64_t files = 0, bytes = 0, bytes_passed_over = 0;  // of which reading is done
  std::optional<Workload> whole;
  std::chrono::duration<double> passed{};
};

// "1,204 of 25,000 files · 1.2 GB left, about 4 min · 3 rejected · 8,120 articles · 420/s", of at most `columns`: what
// does not fit is left out from the end.
std::string progress_text(const ProgressState& state, std::size_t columns);

// Draws it over itself, a few times a second.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  void show(const IngestCounts& counts, const ReadProgress& progress, const std::optional<Workload>& whole);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point began_ = Clock::now(), last_ = began_;
};

}  // namespace dateline
