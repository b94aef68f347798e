// Robust z-scores, then runs of high ones.
#include "query/engine/timeline_peaks.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

constexpr double kMadToDeviation = 1.4826;  // of a normal distribution

double median_of(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

struct Judged {
  double expected = 0;
  double score = 0;
};

class Judge {
 public:
  Judge(const std::vector<PeriodCount>& periods, bool by_share) : periods_(periods), by_share_(by_share) {}

  Judged judge(std::size_t at) {
    const Judged by_count = judge(at, false);
    if (!by_share_) return by_count;
    const Judged by_share = judge(at, true);
    return by_share.score < by_count.score ? by_share : by_count;
  }

 private:
  Judged judge(std::size_t at, bool share) {
    collect_neighbours(at, share);
    if (values_.size() < kLeastNeighbours) return {};
    const double usual = median_of(values_);
    for (double& value : values_) value = std::abs(value - usual);
    const double scale = share ? static_cast<double>(periods_[at].of) : 1;
    const double expected = usual * scale, spread = kMadToDeviation * median_of(values_) * scale;
    // A Poisson count of this mean; at least one article, so that two are no peak over none.
    const double deviation = std::sqrt(std::max(1.0, expected) + spread * spread);
    return {expected, (static_cast<double>(periods_[at].matches) - expected) / deviation};
  }

  // The nearest ones on both sides; at an end, more of the other. Periods in which the archive has nothing have no
  // share.
  void collect_neighbours(std::size_t at, bool share) {
    values_.clear();
    const std::size_t size = periods_.size(), wanted = std::min(kNeighbours, size - 1);
    std::size_t first = at - std::min(at, wanted / 2);
    first = std::min(first, size - 1 - wanted);
    for (std::size_t i = first; i <= first + wanted; ++i) {
      if (i == at || (share && periods_[i].of == 0)) continue;
      const auto matches = static_cast<double>(periods_[i].matches);
      values_.push_back(share ? matches / static_cast<double>(periods_[i].of) : matches);
    }
  }

  const std::vector<PeriodCount>& periods_;
  bool by_share_;
  std::vector<double> values_;  // of the neighbours
};

}  // namespace

std::vector<PeakSpan> find_peaks(const std::vector<PeriodCount>& periods, bool by_share) {
  std::vector<PeakSpan> peaks;
  if (periods.size() <= kLeastNeighbours) return peaks;
  Judge judge(periods, by_share);
  PeakSpan span;
  bool open = false, is_peak = false;
  const auto close = [&] {
    if (open && is_peak) peaks.push_back(span);
    open = is_peak = false;
  };
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Judged judged = judge.judge(i);
    const auto matches = static_cast<double>(periods[i].matches);
    if (judged.score < kSlopeScore || matches < kPeakRatio * judged.expected) {
      close();
      continue;
    }
    if (!open) span = {.first = i, .last = i, .top = i, .score = judged.score};
    open = true;
    span.last = i;
    span.expected += judged.expected;
    if (judged.score > span.score) span.top = i, span.score = judged.score;
    is_peak = is_peak || (judged.score >= kPeakScore && periods[i].matches >= kLeastInPeak);
  }
  close();
  return peaks;
}

}  // namespace dateline
