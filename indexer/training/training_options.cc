// The only file here that knows Boost.
#include "indexer/training/training_options.h"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <sstream>

#include "shared/base/strings.h"

namespace dateline::training {
namespace {

namespace po = boost::program_options;

// "PATH" or "PATH:WEIGHT".
Result<TrainingFile> training_file(const std::string& argument) {
  const std::size_t colon = argument.rfind(':');
  if (colon == std::string::npos) return TrainingFile{argument, 1};
  const std::string weight = argument.substr(colon + 1);
  char* end = nullptr;
  const float value = std::strtof(weight.c_str(), &end);
  if (weight.empty() || *end != '\0' || !(value > 0))
    return Error{ErrorCode::kUsage, concat({"no weight: ", weight}), "write PATH or PATH:0.5"};
  return TrainingFile{argument.substr(0, colon), value};
}

}  // namespace

Result<TrainingOptions> parse_training_options(int count, const char* const* arguments) {
  TrainingOptions options;
  std::vector<std::string> train;
  po::options_description table("dateline-train-entities --train FILE[:WEIGHT] … --model FILE");
  auto add = table.add_options();
  add("help,h", "show this");
  add("train", po::value(&train)->multitoken(), "annotated files; a weight of 0.5 halves the updates");
  add("score", po::value(&options.score)->multitoken(), "annotated files to score");
  add("model", po::value(&options.model), "the model to write, or without --train to score");
  add("companies", po::value(&options.companies), "list of organizations, a name a line");
  add("name", po::value(&options.name), "name of the model");
  add("errors", po::value(&options.errors), "write the mistakes on the scored sets to this file");
  add("rows", po::value(&options.rows), "rows of the weight table");
  add("kept-rows", po::value(&options.kept_rows), "rows of it that go into the model");
  add("preference", po::value(&options.preference), "points for a kind that a word got elsewhere in the article");
  add("capitals", po::value(&options.capitals), "share of the articles that are also learnt in capitals");
  add("seed", po::value(&options.recipe.seed), "seed of all that is random");
  add("runs", po::value(&options.recipe.runs), "shuffled runs to average");
  add("epochs", po::value(&options.recipe.epochs), "epochs of each run");
  add("dropout", po::value(&options.recipe.dropout), "share of features to leave out while training");
  add("margin-missed", po::value(&options.recipe.margin_missed), "margin against missing a name");
  add("margin-other", po::value(&options.recipe.margin_other), "margin against other mistakes");
  po::variables_map given;
  try {
    po::store(po::parse_command_line(count, arguments, table), given);
    po::notify(given);
  } catch (const po::error& error) {
    return Error{ErrorCode::kUsage, error.what(), "see dateline-train-entities --help"};
  }
  std::ostringstream help;
  help << table;
  options.help_text = help.str();
  options.help = given.count("help") > 0;
  for (const std::string& argument : train) {
    auto file = training_file(argument);
    if (!file) return std::move(file).error();
    options.train.push_back(std::move(*file));
  }
  if (!options.help && options.model.empty())
    return Error{ErrorCode::kUsage, "no --model", "say which file to write or read"};
  return options;
}

}  // namespace dateline::training
