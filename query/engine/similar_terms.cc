// Count, weigh, keep the best.
#include "query/engine/similar_terms.h"

#include <algorithm>
#include <unordered_map>

#include "shared/base/bytes.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

// A word that comes often counts for more, but not without end: BM25's k3 (Robertson et al., "Okapi at TREC-3", 1994).
constexpr double kSaturation = 7;
// Frequencies are looked up for this many different stems at most, so that a book is no trouble.
constexpr std::size_t kMostLookedUp = 1000;

struct CountedStem {
  std::uint32_t stem = 0;
  std::uint32_t count = 0;
};

// By falling count, then in the order of first sight. The title weighs as it does in the index.
std::vector<CountedStem> count_stems(std::string_view tokens) {
  std::vector<CountedStem> counted;
  std::unordered_map<std::uint32_t, std::size_t> places;
  bool in_title = true;  // every record has the title's end, also where there is no title
  for (std::uint64_t token = 0; take_leb128(tokens, token);) {
    if (token == kTitleEnd) in_title = false;
    if (token < kFirstStemId) continue;
    const auto stem = static_cast<std::uint32_t>(token);
    const auto [place, is_new] = places.try_emplace(stem, counted.size());
    if (is_new) counted.push_back({stem, 0});
    counted[place->second].count += in_title ? 1 + kTitleWeight : 1;
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const CountedStem& a, const CountedStem& b) { return a.count > b.count; });
  return counted;
}

}  // namespace

std::vector<SimilarTerm> similar_terms(std::string_view tokens, const LexiconReader& lexicon, const TopicWords& topics,
                                       const std::function<double(const std::string&)>& rarity_of, std::size_t most) {
  std::vector<SimilarTerm> terms;
  std::size_t looked_up = 0;
  for (const CountedStem& counted : count_stems(tokens)) {
    if (!topics.has_topic(counted.stem)) continue;
    if (++looked_up > kMostLookedUp) break;
    std::string stem(lexicon.stem_of(counted.stem));
    const double rarity = rarity_of(stem);
    if (rarity <= 0) continue;
    const double count = counted.count;
    terms.push_back(
        {.stem = std::move(stem), .weight = count * (kSaturation + 1) / (count + kSaturation), .rarity = rarity});
  }
  const auto better = [](const SimilarTerm& a, const SimilarTerm& b) {
    const double left = a.weight * a.rarity, right = b.weight * b.rarity;
    return left != right ? left > right : a.stem < b.stem;
  };
  const std::size_t kept = std::min(most, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(), better);
  terms.resize(kept);
  return terms;
}

}  // namespace dateline
