// Stop words are listed as words; the lexicon has their stems.
#include "query/engine/topic_words.h"

#include <algorithm>

#include "shared/text/stopwords.h"

namespace dateline {
namespace {

bool has_digit(std::string_view stem) {
  return std::any_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

TopicWords::TopicWords(Stemmer& stemmer, const LexiconReader& lexicon) : lexicon_(lexicon) {
  for (const std::string_view word : stop_words(stemmer.language())) {
    if (const auto id = lexicon.find(stemmer.stem(word))) stop_.push_back(*id);
  }
  std::sort(stop_.begin(), stop_.end());
}

bool TopicWords::has_topic(std::uint32_t stem) const {
  if (std::binary_search(stop_.begin(), stop_.end(), stem)) return false;
  const std::string_view text = lexicon_.stem_of(stem);
  return text.size() > 1 && !has_digit(text);
}

}  // namespace dateline
