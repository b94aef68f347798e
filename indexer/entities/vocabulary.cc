// Folding has a short way for ASCII, which nearly all words of English news are.
#include "indexer/entities/vocabulary.h"

#include <functional>
#include <utility>

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
    words_.clear();
    slots_.assign(kFirstSlots, Slot{});
  }
  ++article_;
}

std::uint32_t Vocabulary::id_of(std::string_view written) {
  if (!fold_ascii(written, scratch_)) scratch_ = fold_name(written);
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(scratch_));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id_plus_1 != 0 && (slots_[at].hash != hash || words_[slots_[at].id_plus_1 - 1].key != scratch_))
    at = (at + 1) & mask;
  std::uint32_t id = slots_[at].id_plus_1 - 1;
  if (slots_[at].id_plus_1 == 0) {
    id = add(scratch_);
    slots_[at] = {hash, id + 1};
    if (words_.size() * 2 > slots_.size()) grow();
  }
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
  return static_cast<std::uint32_t>(words_.size() - 1);
}

void Vocabulary::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id_plus_1 == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].id_plus_1 != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace dateline
