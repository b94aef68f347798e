// Words that the best articles have in common, to rank by them too (RM3). It reads tokens; it knows no index.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/topic_words.h"
#include "shared/columns/lexicon.h"

namespace dateline {

struct FeedbackArticle {
  std::string_view tokens;
  double score = 0;  // of the query, positive
};

struct FeedbackWord {
  std::string stem;
  double probability = 0;  // they add up to 1
};

struct Feedback {
  std::vector<FeedbackWord> words;  // the weightiest first
  std::size_t articles = 0;         // that were looked at
  double share = 0;                 // of the words in the ranking, against what was typed; below 0.65
};

inline constexpr std::size_t kFeedbackArticles = 10, kFeedbackWords = 30;

// `articles`: the best, best first. Their share is smaller the less they have in common, so that where the first page
// speaks of many things the query stays what it was; 0 where they have next to nothing in common.
Feedback feedback_of(std::span<const FeedbackArticle> articles, const LexiconReader& lexicon, const TopicWords& topics);

}  // namespace dateline
