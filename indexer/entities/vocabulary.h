// The distinct words that an extractor has met, with what the gazetteer says of each: looked up once, not at every
// occurrence.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace dateline {

struct Word {
  std::string key;            // as fold_name() makes it
  std::uint32_t classes = 0;  // word_class of the word alone
  Gazetteer::Range names;     // entries that begin with this word
  GazetteerEntry entry;       // of the word alone
  // Counted anew for each article.
  std::uint32_t article = 0;
  std::uint32_t lower_count = 0;    // written in lower case
  std::uint32_t capital_count = 0;  // capitalised where nothing but a name would be: inside a sentence in lower case
};

// One thread an object. References to words stay valid until begin_article().
class Vocabulary {
 public:
  explicit Vocabulary(const Gazetteer& gazetteer) : gazetteer_(gazetteer), slots_(kFirstSlots) {}
  void begin_article();  // counts are zero again; forgets all words when there are too many
  std::uint32_t id_of(std::string_view written);
  [[nodiscard]] Word& word(std::uint32_t id) { return words_[id]; }
  [[nodiscard]] const Word& word(std::uint32_t id) const { return words_[id]; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  static constexpr std::size_t kFirstSlots = 1U << 14;  // a power of two
  // Open addressing: a slot has the hash and the id + 1 (0: free). Half of them are free at least.
  struct Slot {
    std::uint32_t hash = 0, id_plus_1 = 0;
  };
  std::uint32_t add(std::string_view key);
  void grow();

  const Gazetteer& gazetteer_;
  std::deque<Word> words_;
  std::vector<Slot> slots_;
  std::uint32_t article_ = 0;
  std::string scratch_;
};

}  // namespace dateline
