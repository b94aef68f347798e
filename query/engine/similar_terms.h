// What an article is about, as a list of weighted stems: the article as a query for others like it. Knows the token
// column and the lexicon; no Xapian.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/topic_words.h"

namespace dateline {

inline constexpr std::size_t kSimilarTerms = 40;

struct SimilarTerm {
  std::string stem;   // a term of the index
  double weight = 0;  // how much it says about the article: what a match of it is multiplied with
  double rarity = 0;  // inverse document frequency
};

// The `most` stems of one record of the token column with the highest offer weight, best first (Robertson & Spärck
// Jones, "Simple, proven approaches to text retrieval", 1994: frequency here × rarity in the archive). `rarity_of`: the
// inverse document frequency of a stem, 0 for one to be left out.
std::vector<SimilarTerm> similar_terms(std::string_view tokens, const LexiconReader& lexicon, const TopicWords& topics,
                                       const std::function<double(const std::string&)>& rarity_of,
                                       std::size_t most = kSimilarTerms);

}  // namespace dateline
