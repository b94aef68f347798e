// Two stages: all matches by what the index knows, then the first ones by what their tokens say.
#include "query/engine/rank_articles.h"

#include <algorithm>

#include "query/engine/date_order.h"
#include "query/engine/query_weight.h"
#include "query/engine/query_words.h"
#include "query/engine/recency.h"
#include "query/engine/tie_order.h"

namespace dateline {
namespace {

// Higher first, then newer first.
bool before(const RankedDocument& a, const RankedDocument& b, bool aged) {
  const double value_a = a.rank_value(aged), value_b = b.rank_value(aged);
  return value_a != value_b ? value_a > value_b : a.time > b.time;
}

// The `count` first with all that tie with the last of them, in order but for ties.
template <class Before>
void keep_first(std::vector<RankedDocument>& all, std::uint64_t count, const Before& before) {
  std::stable_sort(all.begin(), all.end(), before);
  if (count == 0 || count >= all.size()) return;
  auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
  while (end != all.end() && !before(end[-1], *end)) ++end;
  all.erase(end, all.end());
}

// Newest or oldest first; without a date last.
auto by_time(bool newest) {
  return [newest](const RankedDocument& a, const RankedDocument& b) {
    const bool dated_a = a.time != RankedDocument::kNoTime, dated_b = b.time != RankedDocument::kNoTime;
    if (dated_a != dated_b) return dated_a;
    return newest ? a.time > b.time : a.time < b.time;
  };
}

}  // namespace

Result<PreparedQuery> ArticleRanker::expand(PreparedQuery query) {
  if (order_.sort != SortOrder::kRelevance) return query;
  auto first = in_order(query, kFeedbackArticles, false);
  if (!first) return std::move(first).error();
  std::vector<FeedbackArticle> articles;
  for (const RankedDocument& document : *first) {
    if (articles.size() == kFeedbackArticles || document.parts.score() <= 0) break;
    articles.push_back({snapshot_.columns.tokens->record(document.docid), document.parts.score()});
  }
  const LexiconReader& lexicon = *snapshot_.columns.lexicon;
  feedback_ = feedback_of(articles, lexicon, TopicWords(stemmer_, lexicon));
  if (feedback_.share == 0) return query;
  const auto words = words_of_query(tree_, stemmer_);
  const auto typed = std::max<std::ptrdiff_t>(
      1, std::count_if(words.begin(), words.end(), [](const QueryWord& word) { return !word.stop; }));
  std::vector<WeightedStem> stems;
  for (const FeedbackWord& word : feedback_.words) {
    stems.push_back({word.stem, feedback_.share * static_cast<double>(typed) * word.probability});
  }
  return XapianSearcher::with_more_words(query, 1 - feedback_.share, stems);
}

Result<std::vector<RankedArticle>> ArticleRanker::rank(const PreparedQuery& query, std::uint64_t offset,
                                                       std::uint64_t limit) {
  const std::uint64_t documents = snapshot_.searcher.state().documents;
  if (limit == 0 || offset >= documents) return std::vector<RankedArticle>();
  const std::uint64_t end = offset + std::min(limit, documents - offset);
  auto ranked = in_order(query, end, order_.half_life_days > 0);
  if (!ranked) return std::move(ranked).error();
  ranked->resize(std::min<std::size_t>(ranked->size(), end));
  ranked->erase(ranked->begin(),
                ranked->begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(ranked->size(), offset)));
  return with_articles(*ranked);
}

// At least the `count` first, ties broken.
Result<std::vector<RankedDocument>> ArticleRanker::in_order(const PreparedQuery& query, std::uint64_t count,
                                                            bool aged) {
  const bool by_relevance = order_.sort == SortOrder::kRelevance;
  if (by_relevance) {
    if (auto prepared = prepare_proximity(); !prepared) return std::move(prepared).error();
    if (proximity_->has_effect()) count = std::max(count, kProximityDepth);
  }
  auto ranked = first_stage(query, count, by_relevance && aged);
  if (!ranked) return std::move(ranked).error();
  if (auto ordered = order_ties(*ranked, count, snapshot_, catalog_); !ordered) return std::move(ordered).error();
  if (by_relevance && proximity_->has_effect()) move_near_words_up(*ranked, aged);
  return ranked;
}

Result<std::vector<RankedDocument>> ArticleRanker::first_stage(const PreparedQuery& query, std::uint64_t count,
                                                               bool aged) {
  if (order_.sort != SortOrder::kRelevance || (!aged && gives_no_scores(tree_))) return first_by_time(query, count);
  if (!aged) return snapshot_.searcher.best(query, count);
  auto all = snapshot_.searcher.every_score(query);
  if (!all) return all;
  add_ages(*all, *snapshot_.columns.facets, order_.half_life_days);
  keep_first(*all, count, [](const auto& a, const auto& b) { return before(a, b, true); });
  return all;
}

Result<std::vector<RankedDocument>> ArticleRanker::first_by_time(const PreparedQuery& query, std::uint64_t count) {
  const auto matches = snapshot_.searcher.matches(query);
  if (!matches) return matches.error();
  auto first = snapshot_.searcher.with_times(first_by_date(*matches, *snapshot_.columns.facets, order_.sort, count));
  if (first) keep_first(*first, count, by_time(order_.sort != SortOrder::kOldest));
  return first;
}

Result<void> ArticleRanker::prepare_proximity() {
  if (proximity_) return {};
  const auto words = words_of_query(tree_, stemmer_);
  std::vector<std::string> stems;
  for (const QueryWord& word : words) stems.push_back(word.stem);
  const auto rarities = snapshot_.searcher.rarities(stems);
  if (!rarities) return rarities.error();
  proximity_.emplace(words, *rarities, *snapshot_.columns.lexicon);
  return {};
}

// Bonuses are not negative, so that none of these falls behind those that are not looked at.
void ArticleRanker::move_near_words_up(std::vector<RankedDocument>& ranked, bool aged) {
  const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(ranked.size(), kProximityDepth));
  for (auto at = ranked.begin(); at != end; ++at) {
    at->parts.proximity = (1 - feedback_.share) * proximity_->bonus(snapshot_.columns.tokens->record(at->docid));
  }
  std::stable_sort(ranked.begin(), end, [&](const auto& a, const auto& b) { return before(a, b, aged); });
}

Result<std::vector<RankedArticle>> ArticleRanker::with_articles(const std::vector<RankedDocument>& ranked) const {
  DocidList documents;
  for (const RankedDocument& document : ranked) documents.push_back(document.docid);
  const auto articles = snapshot_.searcher.articles_at(documents);
  if (!articles) return articles.error();
  std::vector<RankedArticle> out;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    out.push_back({.article = (*articles)[i],
                   .document = documents[i],
                   .score = ranked[i].parts.score(),
                   .parts = ranked[i].parts});
  }
  return out;
}

}  // namespace dateline
