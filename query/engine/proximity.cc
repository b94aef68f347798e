// Two parts, both weighed by idf: neighbours in the query that are neighbours in the article (Metzler & Croft, "A
// Markov random field model for term dependencies", 2005: ordered bigrams), and the best run of ten words by the
// distinct words of the query in it (Clarke, Cormack & Tudhope, "Relevance ranking for one to three term queries",
// 2000: cover density). Weights: docs/ranking.md.
#include "query/engine/proximity.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr double kPairWeight = 0.15, kWindowWeight = 0.1;
constexpr std::uint32_t kWindow = 10;  // words
constexpr double kSaturation = 1.2;    // as k1 of BM25
constexpr std::uint32_t kNoWord = ~std::uint32_t{0};
constexpr std::size_t kBits = 4096;

}  // namespace

ProximityScorer::ProximityScorer(const std::vector<QueryWord>& words, const std::vector<double>& rarities,
                                 const LexiconReader& lexicon)
    : bits_(kBits / 64) {
  std::vector<std::uint32_t> ids;  // of `words`, 0 where no article has it
  for (std::size_t i = 0; i < words.size(); ++i) {
    ids.push_back(lexicon.find(words[i].stem).value_or(0));
    if (ids.back() != 0) words_.push_back({.id = ids.back(), .rarity = rarities[i], .stop = words[i].stop});
  }
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.id < b.id; });
  words_.erase(std::unique(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.id == b.id; }),
               words_.end());
  for (const Word& word : words_) {
    bits_[word.id % kBits / 64] |= std::uint64_t{1} << (word.id % 64);
    if (!word.stop) ++counted_;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].follows && ids[i - 1] != 0 && ids[i] != 0) add_pair(word_of(ids[i - 1]), word_of(ids[i]));
  }
  const auto order = [](const Pair& pair) { return std::pair(pair.first, pair.second); };
  std::sort(pairs_.begin(), pairs_.end(), [&](const Pair& a, const Pair& b) { return order(a) < order(b); });
  pairs_.erase(
      std::unique(pairs_.begin(), pairs_.end(), [&](const Pair& a, const Pair& b) { return order(a) == order(b); }),
      pairs_.end());
  in_window_.resize(words_.size());
}

// Two stop words say nothing; one beside a word as much as half of it.
void ProximityScorer::add_pair(std::uint32_t first, std::uint32_t second) {
  const Word &a = words_[first], &b = words_[second];
  if (first == second || (a.stop && b.stop)) return;
  const double rarity = a.stop || b.stop ? std::max(a.rarity, b.rarity) / 2 : (a.rarity + b.rarity) / 2;
  pairs_.push_back({.first = first, .second = second, .rarity = rarity});
}

std::uint32_t ProximityScorer::word_of(std::uint32_t id) const {
  if ((bits_[id % kBits / 64] >> (id % 64) & 1U) == 0) return kNoWord;
  const auto found = std::lower_bound(words_.begin(), words_.end(), id,
                                      [](const Word& word, std::uint32_t wanted) { return word.id < wanted; });
  return found != words_.end() && found->id == id ? static_cast<std::uint32_t>(found - words_.begin()) : kNoWord;
}

double ProximityScorer::bonus(std::string_view tokens) {
  for (Pair& pair : pairs_) pair.seen = 0;
  std::fill(in_window_.begin(), in_window_.end(), 0);
  window_.clear();
  window_begin_ = distinct_ = 0;
  worth_ = best_ = 0;
  bool in_title = true;
  std::uint32_t before = kNoWord, position = 0;
  std::uint64_t id = 0;
  for (std::size_t read = 0; read < kMostTokens && take_leb128(tokens, id); ++read) {
    if (id < kFirstStemId) {
      before = kNoWord;
      if (id != kTitleEnd) continue;
      in_title = false;
      position += kWindow;
      continue;
    }
    ++position;
    const std::uint32_t word = word_of(static_cast<std::uint32_t>(id));
    if (word != kNoWord) {
      if (before != kNoWord) see_pair(before, word, in_title);
      if (!words_[word].stop) see_place(word, position);
    }
    before = word;
  }
  return kPairWeight * pairs_seen() + kWindowWeight * best_;
}

void ProximityScorer::see_pair(std::uint32_t first, std::uint32_t second, bool in_title) {
  const auto pair =
      std::lower_bound(pairs_.begin(), pairs_.end(), std::pair(first, second),
                       [](const Pair& a, const auto& wanted) { return std::pair(a.first, a.second) < wanted; });
  if (pair == pairs_.end() || pair->first != first || pair->second != second) return;
  pair->seen += in_title ? kTitleWeight : 1;
}

void ProximityScorer::see_place(std::uint32_t word, std::uint32_t position) {
  window_.push_back({word, position});
  if (in_window_[word]++ == 0) {
    worth_ += words_[word].rarity;
    ++distinct_;
  }
  for (; window_[window_begin_].position + kWindow <= position; ++window_begin_) {
    const std::uint32_t gone = window_[window_begin_].word;
    if (--in_window_[gone] != 0) continue;
    worth_ -= words_[gone].rarity;
    --distinct_;
  }
  if (distinct_ > 1) best_ = std::max(best_, worth_);
}

double ProximityScorer::pairs_seen() const {
  double sum = 0;
  for (const Pair& pair : pairs_) sum += pair.rarity * pair.seen * (kSaturation + 1) / (pair.seen + kSaturation);
  return sum;
}

}  // namespace dateline
