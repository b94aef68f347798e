// Every distinct word costs one search in the gazetteer.
#include "indexer/entities/vocabulary.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords =
    100000;  // some 15 MB; an archive's names have a core that stays and a tail that goes

}  // namespace

void Vocabulary::begin_article() {
  if (words_.size() <= kMostWords) return;
  ids_.clear();
  words_.clear();
}

std::uint32_t Vocabulary::id_of(std::string_view folded) {
  if (const auto found = ids_.find(folded); found != ids_.end()) return found->second;
  Word& word = words_.emplace_back();
  word.key = folded;
  word.classes = gazetteer_.find(folded).classes | common_word_classes(gazetteer_.gazetteer(), folded);
  const auto id = static_cast<std::uint32_t>(words_.size() - 1);
  ids_.emplace(word.key, id);
  return id;
}

}  // namespace dateline
