// What a word or phrase of a query may look like in articles: `ceasefire`, `cease-fire` and `cease fire` are one. Knows
// the text analysis and the lexicon; no Xapian, no SQLite.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/columns/lexicon.h"
#include "shared/text/stemmer.h"

namespace dateline {

// Stems that stand one after the other in an article. A form of one stem is a term of the index.
using WordForm = std::vector<std::string>;

// A word of a query, folded as the index has it.
struct FoldedWord {
  std::string folded;
  bool joined_to_previous = false;  // by a hyphen
  bool stop = false;
};
std::vector<FoldedWord> fold_words(std::string_view text, const Stemmer& stemmer);

// References must outlive it. One thread.
class WordFormMaker {
 public:
  // `is_term`: whether a stem is a term of the index (hyphenated words of articles are terms without being in the
  // lexicon).
  WordFormMaker(Stemmer& stemmer, const LexiconReader& lexicon, std::function<bool(const std::string&)> is_term)
      : stemmer_(stemmer), lexicon_(lexicon), is_term_(std::move(is_term)) {}

  // All forms of the words in this order, the plainest first. Two neighbours may be one word in the article, and one
  // word may be two; at most kMostForms, so that no query explodes.
  [[nodiscard]] std::vector<WordForm> forms_of(const std::vector<FoldedWord>& words) const;
  // The stem of both words written as one, where articles have that; "" otherwise.
  [[nodiscard]] std::string joined_term(const FoldedWord& first, const FoldedWord& second) const;
  [[nodiscard]] const Stemmer& stemmer() const { return stemmer_; }

  static constexpr std::size_t kMostForms = 24;

 private:
  void extend(const std::vector<FoldedWord>& words, std::size_t at, WordForm& form, std::vector<WordForm>& out) const;
  [[nodiscard]] std::vector<WordForm> splits_of(std::string_view folded) const;
  [[nodiscard]] std::string stem(std::string_view folded) const { return std::string(stemmer_.stem(folded)); }
  [[nodiscard]] bool known(std::string_view stem) const { return lexicon_.find(stem).has_value(); }

  Stemmer& stemmer_;
  const LexiconReader& lexicon_;
  std::function<bool(const std::string&)> is_term_;
};

}  // namespace dateline
