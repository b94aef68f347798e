// RM3: Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD" (2004), after Lavrenko & Croft, "Relevance-based
// language models" (2001): P(word) = Σ P(word | article) · P(article | query). Two things are ours, measured in
// docs/ranking.md: an article counts by exp(score), so that one that stands out speaks for itself, and a word counts
// that at least two of the articles have.
#include "query/engine/feedback.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "shared/base/bytes.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr double kSharpness = 10;  // an article of 9/10 of the best score counts e^−1 of it
// The share of the words is this much of the articles' agreement, which is the part of what they say that two of them
// say: about 0.7 on the first page of a good query. Below the least, they speak of different things.
constexpr double kShareOfAgreement = 0.65, kLeastAgreement = 0.35;

struct Sum {
  double probability = 0;
  std::uint32_t articles = 0;
};
using Sums = std::unordered_map<std::uint32_t, Sum>;
using Counts = std::unordered_map<std::uint32_t, std::uint32_t>;

Counts count_topic_words(std::string_view tokens, const TopicWords& topics) {
  Counts all;
  std::uint32_t weight = kTitleWeight;
  for (std::uint64_t id = 0; take_leb128(tokens, id);) {
    if (id == kTitleEnd) weight = 1;
    if (id >= kFirstStemId) all[static_cast<std::uint32_t>(id)] += weight;
  }
  std::erase_if(all, [&](const auto& entry) { return !topics.has_topic(entry.first); });
  return all;
}

void add_article(std::string_view tokens, double probability, const TopicWords& topics, Sums& sums) {
  const Counts counts = count_topic_words(tokens, topics);
  std::uint64_t length = 0;
  for (const auto& [stem, count] : counts) length += count;
  for (const auto& [stem, count] : counts) {
    Sum& sum = sums[stem];
    sum.probability += probability * count / static_cast<double>(length);
    ++sum.articles;
  }
}

// exp(kSharpness · (score / best − 1)), made to add up to 1.
std::vector<double> article_probabilities(std::span<const FeedbackArticle> articles) {
  std::vector<double> out;
  double best = 0, sum = 0;
  for (const FeedbackArticle& article : articles) best = std::max(best, article.score);
  for (const FeedbackArticle& article : articles) {
    out.push_back(best > 0 ? std::exp(kSharpness * (article.score / best - 1)) : 1);
    sum += out.back();
  }
  for (double& probability : out) probability /= sum;
  return out;
}

double share_of(double agreement) {
  return agreement < kLeastAgreement ? 0 : kShareOfAgreement * agreement;
}

}  // namespace

Feedback feedback_of(std::span<const FeedbackArticle> articles, const LexiconReader& lexicon,
                     const TopicWords& topics) {
  const std::vector<double> probabilities = article_probabilities(articles);
  Sums sums;
  for (std::size_t i = 0; i < articles.size(); ++i) add_article(articles[i].tokens, probabilities[i], topics, sums);
  std::vector<std::pair<std::uint32_t, double>> common;
  double all = 0, agreed = 0;
  for (const auto& [stem, sum] : sums) {
    all += sum.probability;
    if (sum.articles < 2) continue;
    agreed += sum.probability;
    common.emplace_back(stem, sum.probability);
  }
  std::sort(common.begin(), common.end(), [&](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : lexicon.stem_of(a.first) < lexicon.stem_of(b.first);
  });
  common.resize(std::min(common.size(), kFeedbackWords));
  Feedback out{.words = {}, .articles = articles.size()};
  if (common.empty()) return out;
  out.share = share_of(agreed / all);
  double kept = 0;
  for (const auto& [stem, probability] : common) kept += probability;
  for (const auto& [stem, probability] : common) {
    out.words.push_back({std::string(lexicon.stem_of(stem)), probability / kept});
  }
  return out;
}

}  // namespace dateline
