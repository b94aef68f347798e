// The probability of every tag of every token under a linear-chain conditional random field (Lafferty, McCallum,
// Pereira 2001) over the legal sequences of tags.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/tagger/decoder.h"

namespace dateline::training {

// Memory is reused from sentence to sentence. One thread.
class Marginals {
 public:
  using Row = std::array<float, tagging::kTags>;
  // Forward and backward over one sentence; not empty.
  void compute(std::span<const tagging::Scores> scores, const tagging::Transitions& transitions);
  [[nodiscard]] const Row& of_token(std::size_t i) const { return probability_[i]; }
  // Of tag `before` at token i - 1 and `tag` at i; i > 0.
  [[nodiscard]] float of_pair(std::size_t i, tagging::Tag before, tagging::Tag tag) const;

 private:
  std::vector<Row> emission_, forward_, backward_, probability_;
  std::vector<float> scale_;
  float whole_ = 1;
  std::array<Row, tagging::kTags + 1> factor_{};  // of transitions; 0 where illegal
};

}  // namespace dateline::training
