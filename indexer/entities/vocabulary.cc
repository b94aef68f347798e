// Folding has a short way for ASCII, which nearly all words of English news are.
#include "indexer/entities/vocabulary.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kMostWords =
    200000;  // some 40 MB; an archive's vocabulary has a core that stays and a tail that goes

// False where the word has other than ASCII letters.
bool fold_ascii(std::string_view written, std::string& out) {
  out.clear();
  for (const char c : written) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if (c == '.' || c == '\'' || c == ' ') continue;  // a blank only in "U . S ."
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return true;
}

}  // namespace

void Vocabulary::begin_article() {
  if (words_.size() > kMostWords) {
    ids_.clear();
    words_.clear();
  }
  ++article_;
}

std::uint32_t Vocabulary::id_of(std::string_view written) {
  if (!fold_ascii(written, scratch_)) scratch_ = fold_name(written);
  const auto found = ids_.find(scratch_);
  const std::uint32_t id = found != ids_.end() ? found->second : add(scratch_);
  Word& word = words_[id];
  if (word.article != article_) {
    word.article = article_;
    word.lower_count = word.capital_count = 0;
  }
  return id;
}

std::uint32_t Vocabulary::add(std::string_view key) {
  Word& word = words_.emplace_back();
  word.key = key;
  word.names = gazetteer_.with_prefix(gazetteer_.all(), key);
  if (gazetteer_.is_exact(word.names, key)) word.entry = gazetteer_.entry(word.names.begin);
  word.classes = word.entry.classes | common_word_classes(gazetteer_, key);
  const auto id = static_cast<std::uint32_t>(words_.size() - 1);
  ids_.emplace(word.key, id);
  return id;
}

}  // namespace dateline
