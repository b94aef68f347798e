// Points of tags for each token → the best sequence of tags that makes sense: a name that is begun is ended. Knows no
// features.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "indexer/entities/tagger/tags.h"

namespace dateline::tagging {

using Scores = std::array<float, kRow>;

// Viterbi's algorithm. One thread an object; memory is reused.
class Decoder {
 public:
  // One sentence. tags.size() == scores.size(). Ties go to the lower tag.
  void decode(std::span<const Scores> scores, const Transitions& transitions, std::span<Tag> tags);

 private:
  std::vector<std::array<Tag, kRow>> back_;
};

}  // namespace dateline::tagging
