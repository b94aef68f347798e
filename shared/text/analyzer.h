// One article → what the index needs of it: its distinct terms with counts, its words as they are written, and in order
// for the token column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/text/sentences.h"
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

// Where there is no title, the beginning of the text says best what it is about: how much more a word of the first
// sentence weighs there, and how many bytes of it are looked at. Measured: docs/ranking.md.
inline constexpr std::uint32_t kLeadWeight = 1;
inline constexpr std::uint32_t kLeadBytes = 130;

// A distinct stem of the article. The stem's bytes belong to the AnalyzedText.
struct AnalyzedTerm {
  std::string_view stem;
  std::uint32_t wdf = 0;  // occurrences in text + kTitleWeight × in title, + kLeadWeight × in the lead without one
};

// Move-only: the views in it follow the move. Reused from article to article it keeps its memory.
struct AnalyzedText {
  std::vector<AnalyzedTerm> terms;      // in order of first sight; only those with words in `sequence`
  std::vector<std::uint32_t> sequence;  // title words, kTitleEnd, words and sentence/paragraph marks of the text
  std::vector<AnalyzedTerm> compounds;  // "cease-fire" → stem of "ceasefire": a term, but not in `sequence`
  std::vector<std::string_view> forms;  // distinct words as they are written (folded), and those joined by hyphens
  std::uint32_t words = 0;              // words of title and text (no marks)
  std::unique_ptr<char[]> bytes;        // what the stems of `terms` and `compounds`, and `forms`, point into
  std::size_t capacity = 0;             // of `bytes`
  void clear();
};

// About 120 bytes each: the stem cache stays below some 120 MB.
inline constexpr std::size_t kMaxCachedWords = 1'000'000;

// One thread an object. All ids in `sequence` are local: kFirstStemId + position in `terms`. A mark follows the last
// word of every sentence that has words: kParagraphEnd where the paragraph ends with it, else kSentenceEnd.
class Analyzer {
 public:
  // The stem cache is emptied between two articles when it has more than `max_cached_words`.
  explicit Analyzer(Stemmer stemmer, std::size_t max_cached_words = kMaxCachedWords)
      : stemmer_(std::move(stemmer)), max_cached_words_(max_cached_words) {}
  // `title`: as it was given; empty where it was made from the text.
  void analyze(std::string_view title, std::string_view text, AnalyzedText& out);
  Stemmer& stemmer() { return stemmer_; }

 private:
  // Where a stem has its places in the article `article`; stale in all others.
  struct Place {
    std::uint32_t article = 0, term = 0;
    std::uint32_t compound_article = 0, compound = 0;
  };
  void begin_article(AnalyzedText& out);
  void add_title(std::string_view title, AnalyzedText& out);
  void add_text(std::string_view text, AnalyzedText& out);
  std::uint32_t add_word(const Token& token, std::string_view text, std::uint32_t weight, AnalyzedText& out);
  void follow_hyphens(const Token& token, std::string_view text, std::uint32_t weight, AnalyzedText& out);
  void end_hyphens(std::uint32_t weight, AnalyzedText& out);
  void add_compound(std::string_view joined, std::uint32_t weight, AnalyzedText& out);
  std::uint32_t add_form(std::string_view folded, AnalyzedText& out);
  Place& place_of(std::uint32_t stem);

  Stemmer stemmer_;
  std::size_t max_cached_words_;
  std::vector<Place> places_;                 // by the stemmer's number of a stem
  std::vector<std::uint32_t> form_articles_;  // by the stemmer's number of a word: the last article that had it
  std::uint32_t article_ = 0;                 // the running number of the article, which stamps both
  std::vector<Sentence> sentences_;
  std::string last_part_, run_;  // of words joined by hyphens: the last one, and all (up to kMaxWordBytes)
  std::size_t parts_ = 0;        // words in that run; 0: no hyphen follows the last word
};

// Names the rules by which text becomes terms: a version of ours, the Unicode tables', and the stemmer's language. Two
// archives with one fingerprint have the same terms for the same text.
std::string analysis_fingerprint(std::string_view language);

}  // namespace dateline
