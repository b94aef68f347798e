// Where a row of counts stands out from its surroundings. Plain arithmetic; docs/analysis.md says why.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

struct PeriodCount {
  std::uint64_t matches = 0;
  std::uint64_t of = 0;  // articles of the archive in the same period
};

struct PeakSpan {
  std::size_t first = 0, last = 0;  // periods, inclusive
  std::size_t top = 0;              // the one that stands out most
  double expected = 0;              // matches in all of it at the usual rate
  double score = 0;                 // of `top`: standard deviations above the usual
};

// For each period the usual count is the median of its kNeighbours nearest ones, its spread their median absolute
// deviation (Hampel, "The Influence Curve and Its Role in Robust Estimation", 1974) together with that of a Poisson
// count. `by_share`: it must also stand out from the usual share of the archive, so that days with much news are no
// peaks of everything; the lower of both scores counts. In the order of time.
std::vector<PeakSpan> find_peaks(const std::vector<PeriodCount>& periods, bool by_share);

inline constexpr std::size_t kNeighbours = 28;      // of a period: four weeks
inline constexpr std::size_t kLeastNeighbours = 4;  // fewer say nothing
inline constexpr double kPeakScore = 3;             // standard deviations
inline constexpr double kSlopeScore = 2;            // of the periods beside a peak that belong to it
inline constexpr std::uint64_t kLeastInPeak = 5;    // articles in the top period
inline constexpr double kPeakRatio = 1.5;           // and this many times as many as usual

}  // namespace dateline
