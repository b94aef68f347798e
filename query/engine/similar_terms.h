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

// ln(1 + (N − n + ½) / (n + ½)): Robertson & Zaragoza (2009), equation 3.5, with Lucene's 1 that keeps it positive.
double inverse_document_frequency(std::uint64_t articles_with, std::uint64_t articles);

// The `most` stems of one record of the token column with the highest offer weight, best first (Robertson & Spärck
// Jones, "Simple, proven approaches to text retrieval", 1994: frequency here × rarity in the archive). `articles_with`:
// in how many of the archive's `articles` a stem occurs. Stems that no other article has find nothing and are left out.
std::vector<SimilarTerm> similar_terms(std::string_view tokens, const LexiconReader& lexicon, const TopicWords& topics,
                                       std::uint64_t articles,
                                       const std::function<std::uint64_t(const std::string&)>& articles_with,
                                       std::size_t most = kSimilarTerms);

}  // namespace dateline
