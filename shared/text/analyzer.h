// One article → what the index needs of it: its distinct terms with counts, and its words in order for the token column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/text/stemmer.h"
#include "shared/text/tokenizer.h"

namespace dateline {

// Ids below this are marks in the token column, not stems (DESIGN: on disk).
inline constexpr std::uint32_t kSentenceEnd = 0;
inline constexpr std::uint32_t kParagraphEnd = 1;
inline constexpr std::uint32_t kTitleEnd = 2;
inline constexpr std::uint32_t kFirstStemId = 3;

// How much a word of the title weighs against one of the text, as additional occurrences.
inline constexpr std::uint32_t kTitleWeight = 3;

// A distinct stem of the article.
struct AnalyzedTerm {
  std::string stem;
  std::uint32_t wdf = 0;  // occurrences in text + kTitleWeight × occurrences in title
};

// Reused from article to article so that its memory is. All ids in `sequence` are local: kFirstStemId + position in `terms`.
struct AnalyzedText {
  std::vector<AnalyzedTerm> terms;        // in order of first sight; only those with words in `sequence`
  std::vector<std::uint32_t> sequence;    // title words, kTitleEnd, words and sentence/paragraph marks of the text
  std::vector<AnalyzedTerm> compounds;    // "cease-fire" → stem of "ceasefire": a term, but not in `sequence`
  std::uint32_t words = 0;                // words of title and text (no marks)
  void clear();
};

// One thread an object.
class Analyzer {
 public:
  explicit Analyzer(Stemmer stemmer) : stemmer_(std::move(stemmer)) {}
  void analyze(std::string_view title, std::string_view text, AnalyzedText& out);
  Stemmer& stemmer() { return stemmer_; }

 private:
  void add_words(std::string_view text, std::uint32_t weight, AnalyzedText& out);
  Stemmer stemmer_;
  std::unordered_map<std::string_view, std::uint32_t> positions_;  // stem (owned by the stemmer's cache) → place in terms
  std::unordered_map<std::string, std::uint32_t> compound_positions_;
};

// Names the rules by which text becomes terms: a version of ours, the Unicode tables', and the stemmer's language. Two
// archives with one fingerprint have the same terms for the same text.
std::string analysis_fingerprint(std::string_view language);

}  // namespace dateline
