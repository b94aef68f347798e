// dateline-train-entities: annotated text → the entity model; and how good a model is.
#include <chrono>
#include <cstdio>
#include <ctime>

#include "indexer/training/dataset.h"
#include "indexer/training/lexicon_builder.h"
#include "indexer/training/quantise.h"
#include "indexer/training/scoring.h"
#include "indexer/training/training_options.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline::training {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void say(const std::string& line) {
  static const Clock::time_point start = Clock::now();
  std::fprintf(stderr, "%7.1f s  %s\n", seconds_since(start), line.c_str());
}

struct Corpus {
  std::vector<GoldArticle> articles;
  float weight = 1;
};

Result<std::vector<Corpus>> read_all(const std::vector<TrainingFile>& files, LexiconBuilder& lexicon) {
  std::vector<Corpus> corpora;
  for (const TrainingFile& file : files) {
    auto articles = read_corpus(file.path);
    if (!articles) return std::move(articles).error();
    for (const GoldArticle& article : *articles) lexicon.count_casing(article.text);
    corpora.push_back({std::move(*articles), file.weight});
  }
  return corpora;
}

void for_each_article(const std::vector<Corpus>& corpora, const auto& use) {
  for (const Corpus& corpus : corpora)
    for (const GoldArticle& article : corpus.articles) use(article, corpus.weight);
}

// The second pass learns from what first passes make of articles that they have not learnt from.
Dataset second_pass_data(const TrainingOptions& options, const std::vector<Corpus>& corpora, const Dataset& first,
                         tagging::ArticleView& view) {
  std::vector<tagging::Tag> tags;
  std::vector<tagging::Scores> scores;
  TrainingRecipe recipe = options.recipe;
  recipe.runs = 1;
  for (std::uint32_t f = 0; f < options.folds; ++f) {
    const Fold fold{options.folds, f};
    say(concat({"fold ", std::to_string(f + 1), " of ", std::to_string(options.folds)}));
    const TrainedWeights trained = train_perceptron(first, options.rows, recipe, fold, {}, say);
    say(concat({plural(tag_left_out(first, trained, fold, tags, scores), "wrong tag"), " among those left out"}));
  }
  Dataset data;
  tagging::SecondPass second;
  std::size_t token = 0;
  for_each_article(corpora, [&](const GoldArticle& article, float weight) {
    add_article_again(article, weight, options.second_rows, std::span(tags).subspan(token),
                      std::span(scores).subspan(token), view, second, data);
    token = data.gold.size();
  });
  return data;
}

void learn_passes(const TrainingOptions& options, const std::vector<Corpus>& corpora, const tagging::Lexicon& lexicon,
                  tagging::ModelParts& parts) {
  tagging::WordCache cache(lexicon);
  tagging::ArticleView view(cache);
  Dataset first;
  for_each_article(corpora, [&](const GoldArticle& article, float weight) {
    add_article(article, weight, options.rows, view, first);
  });
  say(concat({plural(first.gold.size(), "token"), ", ", plural(first.rows.size(), "feature")}));
  const TrainedWeights trained = train_perceptron(first, options.rows, options.recipe, {}, {}, say);
  quantise(trained, options.rows, parts.passes[0]);
  TrainedWeights again;
  again.rows.assign(std::size_t{options.second_rows} * tagging::kRow, 0.0F);
  again.transitions = trained.transitions;
  if (options.folds > 1) {
    const Dataset second = second_pass_data(options, corpora, first, view);
    say("second pass");
    TrainingRecipe recipe = options.recipe;
    recipe.step = options.second_step;
    recipe.probabilities = true;
    recipe.keep_transitions = true;
    recipe.dropout = options.second_dropout;
    recipe.epochs = options.second_epochs;
    recipe.base_scale = options.base_scale;
    tagging::Transitions start = trained.transitions;
    for (auto& row : start)
      for (float& points : row) points *= options.base_scale;
    again = train_perceptron(second, options.second_rows, recipe, {}, start, say);
    for (float& weight : again.rows) weight /= options.base_scale;
    for (auto& row : again.transitions)
      for (float& points : row) points /= options.base_scale;
  }
  quantise(again, options.second_rows, parts.passes[1]);
  say(concat({"largest weights: ", std::to_string(parts.passes[0].scale * 127 * 127), " and ",
              std::to_string(parts.passes[1].scale * 127 * 127)}));
}

Result<void> train(const TrainingOptions& options) {
  LexiconBuilder lexicon;
  lexicon.add_gazetteer();
  if (!options.companies.empty())
    if (auto added = lexicon.add_companies(options.companies); !added) return std::move(added).error();
  auto corpora = read_all(options.train, lexicon);
  if (!corpora) return std::move(corpora).error();
  tagging::ModelParts parts;
  parts.name = options.name;
  parts.lexicon = lexicon.pack();
  say(concat({"lexicon: ", with_thousands(parts.lexicon.size()), " bytes"}));
  const tagging::Lexicon view_of_lexicon(parts.lexicon.data(), parts.lexicon.size() / 8);
  learn_passes(options, *corpora, view_of_lexicon, parts);
  return replace_file(options.model, pack_model(parts));
}

Result<void> score(const TrainingOptions& options) {
  const auto opening = Clock::now();
  auto tagger = Tagger::open(options.model);
  if (!tagger) return std::move(tagger).error();
  say(concat({tagger->fingerprint(), ", opened in ", std::to_string(seconds_since(opening) * 1000), " ms"}));
  std::string errors;
  for (const std::string& path : options.score) {
    auto articles = read_corpus(path);
    if (!articles) return std::move(articles).error();
    const std::uint64_t before = tagger->tokens();
    const std::clock_t start = std::clock();
    const SetScore result = score_articles(*tagger, *articles, options.errors.empty() ? nullptr : &errors);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(tagger->tokens() - before) / seconds);
    const std::string name = path.substr(path.rfind('/') + 1);
    std::printf("%s  %s tokens/s\n", describe(name, result).c_str(), with_thousands(rate).c_str());
    std::fflush(stdout);
  }
  return options.errors.empty() ? Result<void>() : replace_file(options.errors, errors);
}

int fail(const Error& error) {
  std::fprintf(stderr, "dateline-train-entities: %s%s%s\n", error.message.c_str(), error.hint.empty() ? "" : "; ",
               error.hint.c_str());
  return error.code == ErrorCode::kUsage ? 2 : 1;
}

int run(int count, const char* const* arguments) {
  auto options = parse_training_options(count, arguments);
  if (!options) return fail(options.error());
  if (options->help) return std::fputs(options->help_text.c_str(), stdout), 0;
  if (!options->train.empty())
    if (auto trained = train(*options); !trained) return fail(trained.error());
  if (auto scored = score(*options); !scored) return fail(scored.error());
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main(int count, char** arguments) {
  return dateline::training::run(count, arguments);
}
