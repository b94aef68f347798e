// Averaging is lazy: beside each weight stands the sum of its changes times when they came, so that the mean over all
// steps is known in the end without touching all weights in every step.
#include "indexer/training/perceptron.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "indexer/entities/tagger/hashing.h"
#include "shared/base/strings.h"

namespace dateline::training {
namespace {

using namespace tagging;

struct Run {
  Run(const Dataset& dataset, std::uint32_t table_rows, const TrainingRecipe& what, std::uint64_t seed)
      : data(dataset), recipe(what), random(seed), weights(std::size_t{table_rows} * kRow), sums(weights.size()) {}

  void epoch(const std::function<void(const std::string&)>& report);
  void average_into(TrainedWeights& out) const;

 private:
  void learn(const Sentence& sentence);
  void choose_rows(const Sentence& sentence);
  void score(const Sentence& sentence);
  void update(const Sentence& sentence);
  void change(std::size_t token, Tag tag, float by);
  void change_transition(std::size_t from, Tag tag, float by);

  const Dataset& data;
  const TrainingRecipe& recipe;
  std::mt19937_64 random;
  std::vector<float> weights, sums;
  Transitions transitions{};
  Transitions transition_sums{};
  double steps = 1;
  std::uint64_t mistakes = 0;
  Decoder decoder;
  std::vector<std::uint32_t> rows;      // of the sentence, without those dropped
  std::vector<std::uint32_t> row_ends;  // by token of the sentence
  std::vector<Scores> scores;
  std::vector<Tag> guess;
};

void Run::choose_rows(const Sentence& sentence) {
  rows.clear();
  row_ends.clear();
  const std::uint64_t salt = random();
  const auto limit = static_cast<std::uint32_t>(recipe.dropout * 4294967295.0);
  for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
    for (std::uint64_t r = data.row_begin(token); r < data.row_ends[token]; ++r) {
      const std::uint32_t row = data.rows[r];
      if (static_cast<std::uint32_t>(((row + salt) * kMixA) >> 32) >= limit) rows.push_back(row);
    }
    row_ends.push_back(static_cast<std::uint32_t>(rows.size()));
  }
}

void Run::score(const Sentence& sentence) {
  constexpr std::size_t kAhead = 16;
  const std::size_t size = sentence.end - sentence.begin;
  scores.assign(size, Scores{});
  std::size_t r = 0;
  for (std::size_t i = 0; i < size; ++i) {
    Scores sum{};
    for (; r < row_ends[i]; ++r) {
      if (r + kAhead < rows.size()) __builtin_prefetch(&weights[std::size_t{rows[r + kAhead]} * kRow]);
      const float* row = &weights[std::size_t{rows[r]} * kRow];
      for (std::size_t t = 0; t < kRow; ++t) sum[t] += row[t];
    }
    const Tag gold = data.gold[sentence.begin + i];
    if (gold != kUnknownTag)
      for (Tag tag = 0; tag < kTags; ++tag)
        if (tag != gold) sum[tag] += tag == kOutsideTag ? recipe.margin_missed : recipe.margin_other;
    scores[i] = sum;
  }
}

void Run::change(std::size_t token, Tag tag, float by) {
  const auto when = static_cast<float>(steps) * by;
  for (std::uint32_t r = token == 0 ? 0 : row_ends[token - 1]; r < row_ends[token]; ++r) {
    const std::size_t at = std::size_t{rows[r]} * kRow + tag;
    weights[at] += by;
    sums[at] += when;
  }
}

void Run::change_transition(std::size_t from, Tag tag, float by) {
  transitions[from][tag] += by;
  transition_sums[from][tag] += static_cast<float>(steps) * by;
}

void Run::update(const Sentence& sentence) {
  const std::size_t size = sentence.end - sentence.begin;
  const float step = sentence.weight;
  const Tag* const gold = &data.gold[sentence.begin];
  for (std::size_t i = 0; i < size; ++i) {
    if (gold[i] != kUnknownTag && gold[i] != guess[i]) {
      ++mistakes;
      change(i, gold[i], step);
      change(i, guess[i], -step);
    }
    if (gold[i] == kUnknownTag || (i > 0 && gold[i - 1] == kUnknownTag)) continue;
    const std::size_t gold_from = i == 0 ? kTags : gold[i - 1];
    const std::size_t guess_from = i == 0 ? kTags : guess[i - 1];
    if (gold_from == guess_from && gold[i] == guess[i]) continue;
    change_transition(gold_from, gold[i], step);
    change_transition(guess_from, guess[i], -step);
  }
}

void Run::learn(const Sentence& sentence) {
  choose_rows(sentence);
  score(sentence);
  guess.assign(sentence.end - sentence.begin, kOutsideTag);
  decoder.decode(scores, transitions, guess);
  update(sentence);
  steps += 1;
}

void Run::epoch(const std::function<void(const std::string&)>& report) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t s = 0; s < data.sentences.size(); ++s) order.push_back(s);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  mistakes = 0;
  for (const std::uint32_t s : order) learn(data.sentences[s]);
  report(concat({plural(mistakes, "wrong tag"), " of ", with_thousands(data.gold.size())}));
}

void Run::average_into(TrainedWeights& out) const {
  const auto share = static_cast<float>(1.0 / recipe.runs);
  const auto all = static_cast<float>(steps);
  for (std::size_t i = 0; i < weights.size(); ++i) out.rows[i] += share * (weights[i] - sums[i] / all);
  for (std::size_t from = 0; from <= kTags; ++from)
    for (std::size_t tag = 0; tag < kTags; ++tag)
      out.transitions[from][tag] += share * (transitions[from][tag] - transition_sums[from][tag] / all);
}

}  // namespace

TrainedWeights train_perceptron(const Dataset& data, std::uint32_t table_rows, const TrainingRecipe& recipe,
                                const std::function<void(const std::string&)>& report) {
  TrainedWeights out;
  out.rows.assign(std::size_t{table_rows} * kRow, 0.0F);
  for (int r = 0; r < recipe.runs; ++r) {
    Run run(data, table_rows, recipe, mix(recipe.seed + static_cast<std::uint64_t>(r) * kGolden));
    for (int e = 0; e < recipe.epochs; ++e)
      run.epoch([&](const std::string& line) {
        report(concat({"run ", std::to_string(r + 1), ", epoch ", std::to_string(e + 1), ": ", line}));
      });
    run.average_into(out);
  }
  return out;
}

}  // namespace dateline::training
