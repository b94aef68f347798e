// The distinct words that an extractor has met, with what the gazetteer says of each: looked up once, not at every
// occurrence.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

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
  explicit Vocabulary(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
  void begin_article();  // counts are zero again; forgets all words when there are too many
  std::uint32_t id_of(std::string_view written);
  [[nodiscard]] Word& word(std::uint32_t id) { return words_[id]; }
  [[nodiscard]] const Word& word(std::uint32_t id) const { return words_[id]; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  std::uint32_t add(std::string_view key);

  const Gazetteer& gazetteer_;
  std::deque<Word> words_;  // keys do not move
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::uint32_t article_ = 0;
  std::string scratch_;
};

}  // namespace dateline
