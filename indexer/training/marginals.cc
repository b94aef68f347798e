// Works with probabilities that are scaled to a sum of one at every token, so that nothing under- or overflows.
#include "indexer/training/marginals.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {
namespace {

using namespace tagging;

constexpr float kLargest = 60;  // of exponents

float normalise(Marginals::Row& row) {
  float sum = 0;
  for (const float value : row) sum += value;
  if (!(sum > 0)) return 1;
  for (float& value : row) value /= sum;
  return sum;
}

}  // namespace

void Marginals::compute(std::span<const Scores> scores, const Transitions& transitions) {
  const std::size_t size = scores.size();
  emission_.resize(size);
  forward_.resize(size);
  backward_.resize(size);
  probability_.resize(size);
  scale_.assign(size, 1.0F);
  for (std::size_t a = 0; a <= kTags; ++a)
    for (Tag b = 0; b < kTags; ++b) {
      const bool legal = a == kTags ? opens(b) : may_follow(static_cast<Tag>(a), b);
      factor_[a][b] = legal ? std::exp(std::clamp(transitions[a][b], -kLargest, kLargest)) : 0.0F;
    }
  for (std::size_t i = 0; i < size; ++i) {
    const float most = *std::max_element(scores[i].begin(), scores[i].begin() + kTags);
    for (Tag t = 0; t < kTags; ++t) emission_[i][t] = std::exp(std::max(scores[i][t] - most, -kLargest));
  }
  for (std::size_t i = 0; i < size; ++i) {
    Row row{};
    for (Tag b = 0; b < kTags; ++b) {
      float sum = i == 0 ? factor_[kTags][b] : 0.0F;
      for (Tag a = 0; i > 0 && a < kTags; ++a) sum += forward_[i - 1][a] * factor_[a][b];
      row[b] = sum * emission_[i][b];
    }
    scale_[i] = normalise(row);
    forward_[i] = row;
  }
  for (Tag a = 0; a < kTags; ++a) backward_[size - 1][a] = closes(a) ? 1.0F : 0.0F;
  for (std::size_t i = size - 1; i-- > 0;)
    for (Tag a = 0; a < kTags; ++a) {
      float sum = 0;
      for (Tag b = 0; b < kTags; ++b) sum += factor_[a][b] * emission_[i + 1][b] * backward_[i + 1][b];
      backward_[i][a] = sum / scale_[i + 1];
    }
  float whole = 0;  // the share of the forward sums that ends in a closing tag
  for (Tag t = 0; t < kTags; ++t) whole += forward_[size - 1][t] * backward_[size - 1][t];
  for (std::size_t i = 0; i < size; ++i) {
    for (Tag t = 0; t < kTags; ++t) probability_[i][t] = forward_[i][t] * backward_[i][t];
    normalise(probability_[i]);
  }
  whole_ = whole > 0 ? whole : 1;
}

float Marginals::of_pair(std::size_t i, Tag before, Tag tag) const {
  return forward_[i - 1][before] * factor_[before][tag] * emission_[i][tag] * backward_[i][tag] / (scale_[i] * whole_);
}

}  // namespace dateline::training
