// Speed of the extractor in tokens a second, as a whole and by stage, on one core: over the articles of the tests,
// written for this project. Each stage's benchmark does all that comes before it in the same loop of one article, so
// that the share of a stage is the difference of its time to that of the one above.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/model_location.h"
#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/model_file.h"
#include "indexer/entities/tagger/tagger.h"
#include "shared/base/files.h"

namespace {

using namespace dateline;
using namespace dateline::tagging;

// "{p Ana Lima=Ana}" → "Ana Lima".
std::string without_marks(std::string_view marked) {
  std::string out;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = marked[at] == '{' ? marked.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out.push_back(marked[at++]);
      continue;
    }
    const std::string_view name = marked.substr(at + 3, end - at - 3);
    out.append(name.substr(0, name.find('=')));
    at = end + 1;
  }
  return out;
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> read = [] {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/tests/data/entities"))
      if (entry.path().extension() == ".txt")
        if (auto bytes = read_whole_file(entry.path().string())) texts.push_back(without_marks(*bytes));
    std::sort(texts.begin(), texts.end());
    return texts;
  }();
  return read;
}

const Model& model() {
  static const std::shared_ptr<const Model> opened = [] {
    auto made = Model::open(find_entity_model(""));
    if (!made) throw std::runtime_error(made.error().message);
    return *made;
  }();
  return *opened;
}

void count_tokens(benchmark::State& state, std::uint64_t tokens) {
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

void OpenModel(benchmark::State& state) {
  for (auto _ : state) {
    auto opened = Model::open(find_entity_model(""));
    benchmark::DoNotOptimize(opened);
  }
}
BENCHMARK(OpenModel)->Unit(benchmark::kMillisecond);

void Stage1Tokens(benchmark::State& state) {
  std::uint64_t count = 0;
  std::vector<TaggerToken> tokens;
  for (auto _ : state)
    for (const std::string& text : articles()) {
      tokens.clear();
      split_tagger_tokens(text, tokens);
      count += tokens.size();
    }
  count_tokens(state, count);
}
BENCHMARK(Stage1Tokens);

void Stage2WordsAndRuns(benchmark::State& state) {
  std::uint64_t count = 0;
  WordCache cache(model().lexicon());
  ArticleView view(cache);
  std::vector<TaggerToken> tokens;
  for (auto _ : state)
    for (const std::string& text : articles()) {
      tokens.clear();
      split_tagger_tokens(text, tokens);
      view.read(text, tokens);
      count += tokens.size();
    }
  count_tokens(state, count);
}
BENCHMARK(Stage2WordsAndRuns);

void features_and_weights(benchmark::State& state, bool weights) {
  std::uint64_t count = 0;
  WordCache cache(model().lexicon());
  ArticleView view(cache);
  std::vector<TaggerToken> tokens;
  std::vector<std::uint32_t> features;
  for (auto _ : state)
    for (const std::string& text : articles()) {
      tokens.clear();
      split_tagger_tokens(text, tokens);
      view.read(text, tokens);
      for (std::size_t i = 0; i < view.size(); ++i) {
        features.clear();
        add_features(view, i, features);
        add_article_features(view, i, features);
        Scores scores{};
        if (weights) model().weights().add(features.data(), features.size(), scores);
        benchmark::DoNotOptimize(scores);
      }
      count += tokens.size();
    }
  count_tokens(state, count);
}
void Stage3Features(benchmark::State& state) {
  features_and_weights(state, false);
}
BENCHMARK(Stage3Features);
void Stage4Weights(benchmark::State& state) {
  features_and_weights(state, true);
}
BENCHMARK(Stage4Weights);

void Stage5Decoding(benchmark::State& state) {
  auto tagger = Tagger::open(find_entity_model(""));
  if (!tagger) return state.SkipWithError(tagger.error().message.c_str());
  std::vector<TaggedSpan> spans;
  for (auto _ : state)
    for (const std::string& text : articles()) tagger->tag(text, spans);
  count_tokens(state, tagger->tokens());
}
BENCHMARK(Stage5Decoding);

void Stage6Resolution(benchmark::State& state) {
  auto extractor = make_extractor();
  if (!extractor) return state.SkipWithError(extractor.error().message.c_str());
  std::uint64_t count = 0;
  std::vector<TaggerToken> tokens;
  for (const std::string& text : articles()) split_tagger_tokens(text, tokens);
  for (auto _ : state) {
    for (const std::string& text : articles()) benchmark::DoNotOptimize((*extractor)->extract({}, text));
    count += tokens.size();
  }
  count_tokens(state, count);
}
BENCHMARK(Stage6Resolution);

}  // namespace
