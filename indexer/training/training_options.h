// What dateline-train-entities is asked to do.
#pragma once

#include <string>
#include <vector>

#include "indexer/training/perceptron.h"
#include "shared/base/result.h"

namespace dateline::training {

struct TrainingFile {
  std::string path;
  float weight = 1;
};

struct TrainingOptions {
  std::vector<TrainingFile> train;
  std::vector<std::string> score;  // annotated sets to score in the end, never trained on
  std::string model;               // to write; or to score only, where nothing is to train
  std::string companies;           // list of organizations, a name a line
  std::string name = "unnamed";
  std::string errors;                    // file for the mistakes on the scored sets
  std::uint32_t rows = 760'000;          // of the weight table: 9.9 MB
  std::uint32_t second_rows = 1U << 15;  // of the second pass's
  std::uint32_t folds = 4;               // for the second pass to learn from; 1: no second pass
  float second_step = 0.05F;             // the second pass adds to points that are nearly right
  double second_dropout = 0.2;
  int second_epochs = 3;
  float base_scale = 0.2F;  // first pass's points as logarithms of odds
  TrainingRecipe recipe;
  bool help = false;
  std::string help_text;
};

Result<TrainingOptions> parse_training_options(int count, const char* const* arguments);

}  // namespace dateline::training
