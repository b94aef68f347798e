// Which stems can say what an article is about: no function words, no numbers. Knows the lexicon; no index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/columns/lexicon.h"
#include "shared/text/stemmer.h"

namespace dateline {

// Looks stems up by their ids in the lexicon, which must outlive it.
class TopicWords {
 public:
  TopicWords(Stemmer& stemmer, const LexiconReader& lexicon);
  // False for stop words, for what has a digit, and for single Latin letters.
  [[nodiscard]] bool has_topic(std::uint32_t stem) const;

 private:
  const LexiconReader& lexicon_;
  std::vector<std::uint32_t> stop_;  // ids, ascending
};

}  // namespace dateline
