// The distinct words of names that an extractor has met, with what the gazetteer says of each: looked up once, not at
// every occurrence.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/entities/gazetteer_cache.h"

namespace dateline {

struct Word {
  std::string key;            // as fold_name() makes it
  std::uint32_t classes = 0;  // word_class of the word alone
};

// One thread an object. Ids and references stay valid until begin_article().
class Vocabulary {
 public:
  explicit Vocabulary(GazetteerCache& gazetteer) : gazetteer_(gazetteer) {}
  void begin_article();  // forgets all words when there are too many
  std::uint32_t id_of(std::string_view folded);
  [[nodiscard]] const Word& word(std::uint32_t id) const { return words_[id]; }
  [[nodiscard]] GazetteerCache& gazetteer() const { return gazetteer_; }

 private:
  GazetteerCache& gazetteer_;
  std::deque<Word> words_;  // does not move what is in it, so that ids_ can point there
  std::unordered_map<std::string_view, std::uint32_t> ids_;
};

}  // namespace dateline
