// dateline-train-entities: annotated text → the entity model; and how good a model is.
#include <chrono>
#include <cstdio>
#include <ctime>

#include "indexer/training/capitals.h"
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

Result<std::vector<Corpus>> read_all(const std::vector<TrainingFile>& files, double capitals, LexiconBuilder& lexicon) {
  std::vector<Corpus> corpora;
  for (const TrainingFile& file : files) {
    auto articles = read_corpus(file.path);
    if (!articles) return std::move(articles).error();
    for (const GoldArticle& article : *articles) lexicon.count_casing(article.text);
    add_capitals(capitals, *articles);
    corpora.push_back({std::move(*articles), file.weight});
  }
  return corpora;
}

Result<void> train(const TrainingOptions& options) {
  LexiconBuilder lexicon;
  lexicon.add_gazetteer();
  if (!options.companies.empty())
    if (auto added = lexicon.add_companies(options.companies); !added) return std::move(added).error();
  auto corpora = read_all(options.train, options.capitals, lexicon);
  if (!corpora) return std::move(corpora).error();
  tagging::ModelParts parts;
  parts.name = options.name;
  parts.lexicon = lexicon.pack();
  say(concat({"lexicon: ", with_thousands(parts.lexicon.size()), " bytes"}));
  const tagging::Lexicon view_of_lexicon(parts.lexicon.data(), parts.lexicon.size() / 8);
  Dataset data;
  {
    tagging::WordCache cache(view_of_lexicon);
    tagging::ArticleView view(cache);
    for (const Corpus& corpus : *corpora)
      for (const GoldArticle& article : corpus.articles) add_article(article, corpus.weight, options.rows, view, data);
  }
  corpora->clear();
  say(concat({plural(data.gold.size(), "token"), ", ", plural(data.rows.size(), "feature")}));
  quantise(train_perceptron(data, options.rows, options.recipe, say), options.rows, options.kept_rows, parts);
  parts.preference = options.preference;
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
