// The distinct words that a tagger has met, with all that depends on the word alone: worked out once, not at every
// occurrence. Knows no articles.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/tagger/lexicon.h"

namespace dateline::tagging {

enum class Form : std::uint8_t {
  kLower,
  kCapital,  // "Gaza"
  kUpper,    // "CIA", "U.S."
  kInitial,  // "J", "J."
  kMixed,    // "eBay", "McDonald"
  kNumber,
  kHyphen,
  kMark,
  kOther,  // scripts without case, addresses
};

constexpr bool is_capital(Form form) {
  return form == Form::kCapital || form == Form::kUpper || form == Form::kInitial || form == Form::kMixed;
}

struct WordInfo {
  std::uint64_t exact = 0;                          // of the word as written
  std::uint64_t key = 0;                            // of its folded form
  std::uint32_t key_id = 0;                         // dense number of the key, within this cache
  std::uint32_t shape = 0;                          // "Xx-00" with runs of up to 4
  std::uint32_t brief_shape = 0;                    // the same with runs of one
  std::array<std::uint32_t, 4> prefix{}, suffix{};  // 2–5 characters of the folded form; 0: too short
  std::uint64_t first_letter = 0;                   // for acronyms
  std::uint64_t letters = 0;                        // what initials of several words must be to make this acronym
  LexiconEntry known;
  Form form = Form::kOther;
  bool connector = false;  // "of", "de": may stand inside a name
};

// Folded: small letters without accents, without periods and apostrophes, digits as 0. A mark is its own key.
std::string word_key(std::string_view written);
Form form_of(std::string_view written);

// One thread an object.
class WordCache {
 public:
  explicit WordCache(Lexicon lexicon);
  // Forgets all words when there are too many. Ids and references become invalid.
  void begin_article();
  std::uint32_t id_of(std::string_view written);
  [[nodiscard]] const WordInfo& word(std::uint32_t id) const { return words_[id]; }
  [[nodiscard]] std::size_t keys() const { return keys_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id = 0;  // + 1; 0: empty
  };
  void make(std::string_view written, std::uint64_t hash);
  std::uint32_t key_id_of(std::uint64_t key);
  static Slot& place(std::vector<Slot>& slots, std::uint64_t hash);
  static void grow(std::vector<Slot>& slots, std::size_t used);

  Lexicon lexicon_;
  std::vector<WordInfo> words_;
  std::vector<Slot> by_written_, by_key_;
  std::size_t keys_ = 0;
};

}  // namespace dateline::tagging
