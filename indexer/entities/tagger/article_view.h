// One text as the features see it: tokens with their words, runs of capitalised words, names of the lexicon, kinds of
// lines. Knows no weights.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/tagger/tagger_tokens.h"
#include "indexer/entities/tagger/word_cache.h"

namespace dateline::tagging {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// Consecutive capitalised words of one sentence, hyphens and "&" between them included. Tokens, end exclusive.
struct CapitalRun {
  std::uint32_t begin = 0, end = 0;
};

// Where a token stands in the longest name of the lexicon that covers it.
enum class NamePart : std::uint8_t { kOutside, kSingle, kFirst, kMiddle, kLast };
struct KnownName {
  std::uint32_t classes = 0;
  NamePart part = NamePart::kOutside;
};

enum class LineMode : std::uint8_t { kNormal, kCapitals, kHeadline, kSmall };

struct TokenView {
  std::uint32_t word = 0;
  std::uint32_t run = kNone;
  std::uint32_t next_same = kNone;  // the next capitalised occurrence of the same key
  KnownName name;
  LineMode mode = LineMode::kNormal;
  bool sentence_start = false;
};

// What the article does with one key.
struct KeyUse {
  std::uint32_t first_capital = kNone;  // token; the chain goes on by next_same
  std::uint32_t last_capital = kNone;
  std::uint32_t capital = 0;  // capitalised inside a sentence of ordinary lines
  std::uint32_t small = 0;
};

// Memory is reused from text to text. One thread.
class ArticleView {
 public:
  explicit ArticleView(WordCache& cache) : cache_(cache) {}
  void read(std::string_view text, const std::vector<TaggerToken>& tokens);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const TokenView& token(std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] const WordInfo& word(std::size_t i) const { return cache_.word(tokens_[i].word); }
  [[nodiscard]] const std::vector<CapitalRun>& runs() const { return runs_; }
  [[nodiscard]] const KeyUse& use_of(std::size_t i) const { return uses_[word(i).key_id]; }
  // Sentences as token ranges: border s begins at borders()[s]; the last one is size().
  [[nodiscard]] const std::vector<std::uint32_t>& borders() const { return borders_; }
  // The run whose initials are the letters of token i, a word in capitals; kNone.
  [[nodiscard]] std::uint32_t expansion_of(std::size_t i) const;

 private:
  void find_modes();
  void find_runs();
  void find_names();
  void count_uses();
  void find_initials();
  [[nodiscard]] bool in_run(std::size_t i) const;

  WordCache& cache_;
  std::vector<TokenView> tokens_;
  std::vector<CapitalRun> runs_;
  std::vector<KeyUse> uses_;              // by key_id
  std::vector<std::uint32_t> used_keys_;  // to clear
  std::vector<std::uint32_t> borders_;
  std::unordered_map<std::uint64_t, std::uint32_t> initials_;  // letters → run
};

}  // namespace dateline::tagging
