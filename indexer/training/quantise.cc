// One scale for the whole table: features are added up as integers.
#include "indexer/training/quantise.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {
namespace {

using namespace tagging;

constexpr double kKeptShare = 0.99999;  // of the weights lie within the range; the few beyond it are cut to its ends

float range_of(const TrainedWeights& trained) {
  std::vector<float> sizes;
  for (const float w : trained.rows)
    if (w != 0) sizes.push_back(std::fabs(w));
  if (sizes.empty()) return 1;
  const auto nth = static_cast<std::ptrdiff_t>(kKeptShare * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), sizes.begin() + nth, sizes.end());
  return sizes[static_cast<std::size_t>(nth)];
}

}  // namespace

void quantise(const TrainedWeights& trained, std::uint32_t table_rows, PassParts& out) {
  const float range = range_of(trained);
  out.rows = table_rows;
  out.scale = range / (127.0F * 127.0F);
  out.transitions = trained.transitions;
  out.weights.clear();
  out.weights.reserve(std::size_t{table_rows} * kTags);
  for (std::size_t row = 0; row < table_rows; ++row)
    for (std::size_t t = 0; t < kTags; ++t) {
      const float w = trained.rows[row * kRow + t];
      const float q = std::round(std::sqrt(std::min(std::fabs(w) / range, 1.0F)) * 127.0F);
      out.weights.push_back(static_cast<char>(std::copysign(q, w)));
    }
  out.weights.append(kRow, '\0');
}

}  // namespace dateline::training
