// How near the words of a query stand to each other in an article, read from its tokens. It knows no index: who asks
// says how rare each word is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/engine/query_words.h"
#include "shared/columns/lexicon.h"

namespace dateline {

// One query. One thread: it reuses its memory from article to article.
class ProximityScorer {
 public:
  // `rarities`: the idf of each word.
  ProximityScorer(const std::vector<QueryWord>& words, const std::vector<double>& rarities,
                  const LexiconReader& lexicon);
  // False where there are no two words that could stand near each other.
  [[nodiscard]] bool has_effect() const { return counted_ > 1; }
  // What is added to the article's BM25: never negative. Linear in the tokens; of long articles the first kMostTokens.
  double bonus(std::string_view tokens);

  static constexpr std::size_t kMostTokens = 4000;

 private:
  struct Word {
    std::uint32_t id = 0;
    double rarity = 0;
    bool stop = false;
  };
  struct Pair {
    std::uint32_t first = 0, second = 0;  // in words_
    double rarity = 0;
    double seen = 0;  // in this article; in the title as often as the index counts a title
  };
  struct Place {
    std::uint32_t word = 0, position = 0;
  };
  void add_pair(std::uint32_t first, std::uint32_t second);
  [[nodiscard]] std::uint32_t word_of(std::uint32_t id) const;
  void see_pair(std::uint32_t first, std::uint32_t second, bool in_title);
  void see_place(std::uint32_t word, std::uint32_t position);
  [[nodiscard]] double pairs_seen() const;

  std::vector<Word> words_;          // by id, distinct
  std::vector<std::uint64_t> bits_;  // by id modulo their number: whether it may be one of words_
  std::vector<Pair> pairs_;          // by (first, second)
  std::size_t counted_ = 0;          // words that are no stop words
  // The window that moves over one article: places of words in it, how often each word, and what they are worth.
  std::vector<Place> window_;
  std::size_t window_begin_ = 0;
  std::vector<std::uint32_t> in_window_;
  std::size_t distinct_ = 0;
  double worth_ = 0, best_ = 0;
};

}  // namespace dateline
