// Words → stems by Snowball, with a cache: the same few thousand words are most of all words.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

std::vector<std::string> stemmer_languages();  // English names, sorted: "arabic", …, "english", …, "none"

// One thread an object. Made of Xapian's stemmers (xapian_stemmer.cc); "none" leaves words as they are. Words with a
// digit are left alone. Every word that was asked for stays in the cache until clear_cache().
class Stemmer {
 public:
  // Language: an English name ("english") or an ISO 639-1 code ("en"). kUsage, with the known ones in the hint, for
  // others.
  static Result<Stemmer> create(std::string_view language);
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  ~Stemmer();

  // `folded` as fold() makes it. The view stays valid until the Stemmer is destroyed or clear_cache() is called.
  std::string_view stem(std::string_view folded) { return stem_of(number_of(folded)); }

  // The same in steps. Distinct words and distinct stems have dense numbers from 0, each in order of first sight, until
  // clear_cache(): tables over them need no hashing.
  std::uint32_t number_of(std::string_view folded) { return stem_of_word(word_number_of(folded)); }  // of the stem
  [[nodiscard]] std::string_view stem_of(std::uint32_t number) const;
  std::uint32_t word_number_of(std::string_view folded);
  [[nodiscard]] std::string_view word_of(std::uint32_t word) const;    // as it was folded
  [[nodiscard]] std::uint32_t stem_of_word(std::uint32_t word) const;  // the number of its stem
  [[nodiscard]] std::size_t cached_words() const;
  void clear_cache();

  [[nodiscard]] const std::string& language() const;  // the English name
  // Whether stems begin with the first byte of their words: who looks for a few stems then needs to stem few words.
  // False where prefixes are taken off (Arabic, Indonesian, Irish, …), or where nobody has looked.
  [[nodiscard]] bool keeps_first_byte() const;

 private:
  struct Impl;
  explicit Stemmer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
