// One scale for the whole table: features are added up as integers.
#include "indexer/training/quantise.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "shared/base/bytes.h"

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

// The rows with the largest sums of weights; those without any are of no use.
std::vector<bool> choose_rows(const TrainedWeights& trained, std::uint32_t table, std::uint32_t most) {
  std::vector<std::pair<float, std::uint32_t>> sizes;
  for (std::uint32_t row = 0; row < table; ++row) {
    float size = 0;
    for (std::size_t t = 0; t < kTags; ++t) size += std::fabs(trained.rows[std::size_t{row} * kRow + t]);
    if (size > 0) sizes.emplace_back(-size, row);
  }
  std::sort(sizes.begin(), sizes.end());
  if (sizes.size() > most) sizes.resize(most);
  std::vector<bool> chosen(table, false);
  for (const auto& [size, row] : sizes) chosen[row] = true;
  return chosen;
}

void append_blocks(const std::vector<bool>& chosen, ModelParts& out) {
  out.kept = 0;
  for (std::size_t block = 0; block < Weights::blocks(out.table); ++block) {
    std::uint64_t bits = 0;
    for (std::size_t bit = 0; bit < 64 && block * 64 + bit < chosen.size(); ++bit)
      if (chosen[block * 64 + bit]) bits |= std::uint64_t{1} << bit;
    append_le(out.weights, out.kept);
    append_le(out.weights, bits);
    out.kept += static_cast<std::uint32_t>(std::popcount(bits));
  }
}

}  // namespace

void quantise(const TrainedWeights& trained, std::uint32_t table, std::uint32_t most_rows, ModelParts& out) {
  const float range = range_of(trained);
  out.table = table;
  out.scale = range / (127.0F * 127.0F);
  out.transitions = trained.transitions;
  out.weights.clear();
  const std::vector<bool> chosen = choose_rows(trained, table, most_rows);
  append_blocks(chosen, out);
  for (std::size_t row = 0; row < table; ++row) {
    if (!chosen[row]) continue;
    for (std::size_t t = 0; t < kTags; ++t) {
      const float w = trained.rows[row * kRow + t];
      const float q = std::round(std::sqrt(std::min(std::fabs(w) / range, 1.0F)) * 127.0F);
      out.weights.push_back(static_cast<char>(std::copysign(q, w)));
    }
  }
  out.weights.append(kRow, '\0');
}

}  // namespace dateline::training
