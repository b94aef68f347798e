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
  std::string errors;                 // file for the mistakes on the scored sets
  std::uint32_t rows = 1U << 20;      // of the weight table
  std::uint32_t kept_rows = 780'000;  // of these in the model: 10.1 MB
  float preference = 4;               // for kinds that a word got elsewhere in the article
  double capitals = 0;                // share of the articles that are also learnt in capitals
  TrainingRecipe recipe;
  bool help = false;
  std::string help_text;
};

Result<TrainingOptions> parse_training_options(int count, const char* const* arguments);

}  // namespace dateline::training
