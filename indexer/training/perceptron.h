// The averaged structured perceptron (Collins 2002) with feature dropout and a margin: learns weights and transitions.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/entities/tagger/decoder.h"
#include "indexer/training/dataset.h"

namespace dateline::training {

struct TrainingRecipe {
  std::uint64_t seed = 1;
  int runs = 4;  // of differently shuffled sentences; their mean is the result
  int epochs = 5;
  double dropout = 0.2;  // share of the features that a sentence does without
  float step = 1;        // by which a mistake changes a weight
  bool keep_transitions = false;
  bool probabilities = false;  // follow the gradient of a conditional random field instead of mistakes
  float base_scale = 1;        // with them: what the base points are multiplied with
  float margin_missed = 0;     // points that a tag gets while training where it would miss a name, …
  float margin_other = 0;      // … or be wrong otherwise
};

struct TrainedWeights {
  std::vector<float> rows;  // table_rows × kRow
  tagging::Transitions transitions{};
};

// Which sentences to learn from: those of the articles whose number modulo `folds` is not `left_out`.
struct Fold {
  std::uint32_t folds = 1, left_out = 1;
  [[nodiscard]] bool learns(const Sentence& sentence) const { return sentence.article % folds != left_out; }
};

// Deterministic for a seed. `start` are the transitions to start with. `report` gets a line after each epoch.
TrainedWeights train_perceptron(const Dataset& data, std::uint32_t table_rows, const TrainingRecipe& recipe,
                                const Fold& fold, const tagging::Transitions& start,
                                const std::function<void(const std::string&)>& report);

// Tags and scores by `trained` for the sentences that the fold left out. Returns how many tags are wrong.
std::uint64_t tag_left_out(const Dataset& data, const TrainedWeights& trained, const Fold& fold,
                           std::vector<tagging::Tag>& tags, std::vector<tagging::Scores>& scores);

}  // namespace dateline::training
