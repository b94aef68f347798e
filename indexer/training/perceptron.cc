// Averaging is lazy: beside each weight stands the sum of its changes times when they came, so that the mean over all
// steps is known in the end without touching all weights in every step.
#include "indexer/training/perceptron.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "indexer/entities/tagger/hashing.h"
#include "indexer/training/marginals.h"
#include "shared/base/strings.h"

namespace dateline::training {
namespace {

using namespace tagging;

struct Run {
  Run(const Dataset& dataset, std::uint32_t table_rows, const TrainingRecipe& what, const Fold& part,
      const Transitions& start, std::uint64_t seed)
      : data(dataset),
        recipe(what),
        fold(part),
        random(seed),
        weights(std::size_t{table_rows} * kRow),
        sums(weights.size()),
        transitions(start) {}

  void epoch(const std::function<void(const std::string&)>& report);
  void average_into(TrainedWeights& out) const;

 private:
  void learn(const Sentence& sentence);
  void choose_rows(const Sentence& sentence);
  void score(const Sentence& sentence);
  void update(const Sentence& sentence);
  void follow_gradient(const Sentence& sentence);
  void follow_transitions(std::size_t size, const Tag* gold, float step);
  void change(std::size_t token, Tag tag, float by);
  void change_transition(std::size_t from, Tag tag, float by);

  const Dataset& data;
  const TrainingRecipe& recipe;
  const Fold& fold;
  std::mt19937_64 random;
  std::vector<float> weights, sums;
  Transitions transitions;
  Transitions transition_sums{};
  double steps = 1;
  std::uint64_t mistakes = 0;
  Decoder decoder;
  Marginals marginals;
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
    Scores sum = data.base.empty() ? Scores{} : data.base[sentence.begin + i];
    for (float& points : sum) points *= recipe.base_scale;
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
  if (recipe.keep_transitions) return;
  transitions[from][tag] += by;
  transition_sums[from][tag] += static_cast<float>(steps) * by;
}

void Run::update(const Sentence& sentence) {
  const std::size_t size = sentence.end - sentence.begin;
  const float step = sentence.weight * recipe.step;
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

void Run::follow_gradient(const Sentence& sentence) {
  constexpr float kTooSmall = 0.01F;  // such gradients are not worth a visit to all rows of a token
  const std::size_t size = sentence.end - sentence.begin;
  const float step = sentence.weight * recipe.step;
  const Tag* const gold = &data.gold[sentence.begin];
  marginals.compute(scores, transitions);
  for (std::size_t i = 0; i < size; ++i) {
    if (gold[i] == kUnknownTag) continue;
    if (gold[i] != guess[i]) ++mistakes;
    for (Tag tag = 0; tag < kTags; ++tag) {
      const float gradient = (gold[i] == tag ? 1.0F : 0.0F) - marginals.of_token(i)[tag];
      if (std::fabs(gradient) > kTooSmall) change(i, tag, step * gradient);
    }
  }
  follow_transitions(size, gold, step);
}

void Run::follow_transitions(std::size_t size, const Tag* gold, float step) {
  for (std::size_t i = 1; i < size; ++i) {
    if (gold[i] == kUnknownTag || gold[i - 1] == kUnknownTag) continue;
    if (marginals.of_pair(i, gold[i - 1], gold[i]) > 0.99F) continue;
    for (Tag before = 0; before < kTags; ++before)
      for (Tag tag = 0; tag < kTags; ++tag)
        if (may_follow(before, tag))
          change_transition(
              before, tag,
              step * ((gold[i - 1] == before && gold[i] == tag ? 1.0F : 0.0F) - marginals.of_pair(i, before, tag)));
  }
}

void Run::learn(const Sentence& sentence) {
  choose_rows(sentence);
  score(sentence);
  guess.assign(sentence.end - sentence.begin, kOutsideTag);
  decoder.decode(scores, transitions, guess);
  if (recipe.probabilities) {
    follow_gradient(sentence);
  } else {
    update(sentence);
  }
  steps += 1;
}

void Run::epoch(const std::function<void(const std::string&)>& report) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t s = 0; s < data.sentences.size(); ++s)
    if (fold.learns(data.sentences[s])) order.push_back(s);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  mistakes = 0;
  for (const std::uint32_t s : order) learn(data.sentences[s]);
  report(concat({plural(mistakes, "wrong tag"), " of ", with_thousands(data.gold.size())}));
}

void Run::average_into(TrainedWeights& out) const {
  const auto share = static_cast<float>(1.0 / recipe.runs);
  const auto all = static_cast<float>(steps);
  // When tagging no feature is left out: their points are scaled to what they were while training.
  const auto kept = static_cast<float>(1.0 - recipe.dropout);
  for (std::size_t i = 0; i < weights.size(); ++i) out.rows[i] += share * kept * (weights[i] - sums[i] / all);
  for (std::size_t from = 0; from <= kTags; ++from)
    for (std::size_t tag = 0; tag < kTags; ++tag)
      out.transitions[from][tag] += share * (transitions[from][tag] - transition_sums[from][tag] / all);
}

}  // namespace

TrainedWeights train_perceptron(const Dataset& data, std::uint32_t table_rows, const TrainingRecipe& recipe,
                                const Fold& fold, const Transitions& start,
                                const std::function<void(const std::string&)>& report) {
  TrainedWeights out;
  out.rows.assign(std::size_t{table_rows} * kRow, 0.0F);
  for (int r = 0; r < recipe.runs; ++r) {
    Run run(data, table_rows, recipe, fold, start, mix(recipe.seed + static_cast<std::uint64_t>(r) * kGolden));
    for (int e = 0; e < recipe.epochs; ++e)
      run.epoch([&](const std::string& line) {
        report(concat({"run ", std::to_string(r + 1), ", epoch ", std::to_string(e + 1), ": ", line}));
      });
    run.average_into(out);
  }
  return out;
}

std::uint64_t tag_left_out(const Dataset& data, const TrainedWeights& trained, const Fold& fold, std::vector<Tag>& tags,
                           std::vector<Scores>& scores) {
  Decoder decoder;
  tags.resize(data.gold.size(), kOutsideTag);
  scores.resize(data.gold.size());
  std::uint64_t wrong = 0;
  for (const Sentence& sentence : data.sentences) {
    if (fold.learns(sentence)) continue;
    const std::size_t size = sentence.end - sentence.begin;
    for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
      Scores sum{};
      for (std::uint64_t r = data.row_begin(token); r < data.row_ends[token]; ++r)
        for (std::size_t t = 0; t < kRow; ++t) sum[t] += trained.rows[std::size_t{data.rows[r]} * kRow + t];
      scores[token] = sum;
    }
    decoder.decode({scores.data() + sentence.begin, size}, trained.transitions, {tags.data() + sentence.begin, size});
    for (std::size_t token = sentence.begin; token < sentence.end; ++token)
      if (data.gold[token] != kUnknownTag && data.gold[token] != tags[token]) ++wrong;
  }
  return wrong;
}

}  // namespace dateline::training
