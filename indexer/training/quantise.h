// Trained weights → the bytes of the model file.
#pragma once

#include "indexer/entities/tagger/model_file.h"
#include "indexer/training/perceptron.h"

namespace dateline::training {

// Square-root companding, see tagging::Weights: the largest weights are cut where that loses least. At most `most_rows`
// of the table's rows are kept.
void quantise(const TrainedWeights& trained, std::uint32_t table, std::uint32_t most_rows, tagging::ModelParts& out);

}  // namespace dateline::training
