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
  double dropout = 0.2;     // share of the features that a sentence does without
  float margin_missed = 0;  // points that a tag gets while training where it would miss a name, …
  float margin_other = 0;   // … or be wrong otherwise
};

struct TrainedWeights {
  std::vector<float> rows;  // table_rows × kRow
  tagging::Transitions transitions{};
};

// Deterministic for a seed. `report` gets a line after each epoch.
TrainedWeights train_perceptron(const Dataset& data, std::uint32_t table_rows, const TrainingRecipe& recipe,
                                const std::function<void(const std::string&)>& report);

}  // namespace dateline::training
