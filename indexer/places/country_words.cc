// Words become numbers once; phrases are then compared as numbers.
#include "indexer/places/country_words.h"

#include <algorithm>
#include <array>

#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

using namespace country_word;

struct Word {
  std::uint32_t begin = 0, end = 0;
  WordId id = 0;
};

constexpr std::size_t kLongestGap = 3;  // bytes between two words of a phrase: ". ", " & ", "\n  "

bool begins_upper(std::string_view text, const Word& word) {
  std::size_t at = word.begin;
  return is_upper_code_point(next_code_point(text, at));
}

bool has_upper(std::string_view written) {
  for (std::size_t at = 0; at < written.size();) {
    if (is_upper_code_point(next_code_point(written, at))) return true;
  }
  return false;
}

bool has_lower(std::string_view written) {
  for (std::size_t at = 0; at < written.size();) {
    if (is_lower_code_point(next_code_point(written, at))) return true;
  }
  return false;
}

// "THE", not "A" or "U.S.": a word that shows that the line is in capitals.
bool shows_capitals(std::string_view text, const Word& word) {
  const std::string_view written = text.substr(word.begin, word.end - word.begin);
  return written.size() > 2 && begins_upper(text, word) && !has_lower(written) &&
         written.find('.') == std::string_view::npos;
}

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return equals_ignoring_case(w, word); });
}

// "in French and", "spoke Spanish", "the English-language daily": the language, not the country.
constexpr std::array<std::string_view, 15> kBeforeLanguage = {"in",       "into",   "speak",  "speaks", "speaking",
                                                              "spoke",    "spoken", "fluent", "learn",  "learned",
                                                              "learning", "teach",  "taught", "study",  "translated"};
constexpr std::array<std::string_view, 18> kBehindLanguage = {
    "language",    "languages",    "speaking",   "speaker",   "speakers",   "speech",
    "translation", "translations", "translator", "subtitles", "dictionary", "grammar",
    "alphabet",    "lessons",      "literature", "lingua",    "word",       "words"};

class Finder {
 public:
  Finder(std::string_view text, std::vector<CountryHit>& out)
      : text_(text), table_(CountryTable::built_in()), out_(out) {}

  void run() {
    read_words();
    for (std::size_t i = 0; i < words_.size();) i = take_at(i);
  }

 private:
  void read_words() {
    words_.reserve(text_.size() / 6);
    Tokenizer tokenizer(text_);
    for (Token token; tokenizer.next(token);) {
      words_.push_back({token.begin, token.end, table_.word_id(token.folded)});
    }
  }

  // Where to go on.
  std::size_t take_at(std::size_t i) {
    if (words_[i].id == 0) return i + 1;
    for (const CountryWord& word : table_.beginning_with(words_[i].id)) {
      const std::size_t end = i + word.words.size();
      if (!fits(word, i)) continue;
      if ((word.flags & kNothing) == 0) out_.push_back({words_[i].begin, words_[end - 1].end, &word});
      return end;
    }
    return i + 1;
  }

  [[nodiscard]] bool fits(const CountryWord& word, std::size_t i) const {
    const std::size_t end = i + word.words.size();
    if (end > words_.size()) return false;
    for (std::size_t k = 1; k < word.words.size(); ++k) {
      if (words_[i + k].id != word.words[k] || !joined(i + k)) return false;
    }
    const std::uint16_t flags = word.flags;
    if ((flags & kSmall) != 0) return fits_noun(i, end);
    if (!begins_upper(text_, words_[i])) return false;
    // "French fries", but not "south korean"; "d'Ivoire" begins small.
    if ((flags & kNothing) == 0 && !has_upper(written(end - 1))) return false;
    const std::string_view whole = text_.substr(words_[i].begin, words_[end - 1].end - words_[i].begin);
    if ((flags & kCapitals) != 0 && has_lower(whole)) return false;
    if ((flags & kAmidSmall) != 0 && amid_capitals(i, end)) return false;
    if ((flags & kDotted) != 0 && whole.find('.') == std::string_view::npos && !is_at(words_[end - 1].end, '.'))
      return false;
    if ((flags & kBehindTown) != 0 && !behind_town(i)) return false;
    return (flags & kLanguage) == 0 || !is_language(i, end);
  }

  [[nodiscard]] bool is_at(std::size_t at, char c) const { return at < text_.size() && text_[at] == c; }

  [[nodiscard]] std::string_view gap_before(std::size_t i) const {
    return text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
  }

  [[nodiscard]] bool joined(std::size_t i) const {
    const std::string_view gap = gap_before(i);
    return gap.size() <= kLongestGap && gap.find_first_of(",;:()\"!?/") == std::string_view::npos &&
           std::count(gap.begin(), gap.end(), '\n') < 2;
  }

  // "yen", "YEN" and "Yen fell", but not "Sterling Drug".
  [[nodiscard]] bool fits_noun(std::size_t i, std::size_t end) const {
    if (!begins_upper(text_, words_[i])) return true;
    if (!has_lower(written(i))) return true;
    const bool before = i > 0 && joined(i) && begins_upper(text_, words_[i - 1]);
    const bool behind = end < words_.size() && joined(end) && begins_upper(text_, words_[end]);
    return !before && !behind;
  }

  [[nodiscard]] bool amid_capitals(std::size_t i, std::size_t end) const {
    const bool before = i > 0 && shows_capitals(text_, words_[i - 1]);
    const bool behind = end < words_.size() && shows_capitals(text_, words_[end]);
    return before || behind;
  }

  [[nodiscard]] bool behind_town(std::size_t i) const {
    return i > 0 && begins_upper(text_, words_[i - 1]) && (gap_before(i) == ", " || gap_before(i) == ",\n");
  }

  [[nodiscard]] std::string_view written(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }

  [[nodiscard]] bool is_language(std::size_t i, std::size_t end) const {
    const bool goes_on = end < words_.size() && joined(end);
    if (goes_on && is_one_of(written(end), kBehindLanguage)) return true;
    if (i == 0 || !joined(i) || !is_one_of(written(i - 1), kBeforeLanguage)) return false;
    constexpr std::array<std::string_view, 16> kGoesOn = {"and", "or",   "to",  "on", "at",  "by",   "with", "for",
                                                          "as",  "that", "but", "is", "was", "from", "when", "because"};
    const bool ends = !goes_on || text_.substr(words_[end - 1].end, 1) != " ";
    return ends || is_one_of(written(end), kGoesOn);
  }

  std::string_view text_;
  const CountryTable& table_;
  std::vector<CountryHit>& out_;
  std::vector<Word> words_;
};

}  // namespace

void find_country_words(std::string_view text, std::vector<CountryHit>& out) {
  Finder(text, out).run();
}

}  // namespace dateline
