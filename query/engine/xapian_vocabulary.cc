// Walks the terms of words.
#include "query/engine/xapian_vocabulary.h"

#include <algorithm>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

bool comes_before(const CountedWord& a, const CountedWord& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
}

constexpr std::size_t kShortestWord = 3, kLongestWord = 40;  // bytes
constexpr std::size_t kTwoErrorsFrom = 6;                    // bytes
constexpr std::size_t kMostWalked = 30000;                   // words; about half a microsecond each
constexpr double kWorthAnError = 50;

class NearWords {
 public:
  NearWords(const Xapian::Database& database, const std::string& word) : database_(database), word_(word) {}

  // Every word that one error makes of it: some 500 questions, so that a first letter may be wrong too.
  void look_one_error_away() {
    for (std::size_t at = 0; at <= word_.size(); ++at) {
      for (char letter = 'a'; letter <= 'z'; ++letter) {
        std::string other = word_;
        take(other.insert(at, 1, letter), 1);
        if (at == word_.size() || word_[at] == letter) continue;
        other = word_;
        other[at] = letter;
        take(other, 1);
      }
      if (at == word_.size()) break;
      std::string other = word_;
      take(other.erase(at, 1), 1);
      if (at + 1 == word_.size() || word_[at] == word_[at + 1]) continue;
      other = word_;
      std::swap(other[at], other[at + 1]);
      take(other, 1);
    }
  }

  // Words that begin like it, however they go on; also what is no ASCII letter.
  void walk_beginning(const std::string& prefix) {
    const std::size_t most = word_.size() < kTwoErrorsFrom ? 1 : 2;
    const std::string term = concat({kWordTerm, prefix});
    const auto end = database_.allterms_end(term);
    std::size_t seen = 0;
    for (auto it = database_.allterms_begin(term); it != end && seen < kMostWalked; ++it, ++seen) {
      const std::string found = *it;
      const std::string_view other = std::string_view(found).substr(kWordTerm.size());
      const std::size_t errors = typing_errors(word_, other, most);
      if (errors > 0 && errors <= most) keep(std::string(other), errors, it.get_termfreq());
    }
  }

  std::vector<CountedWord> best(std::size_t limit) {
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.word.word < b.word.word;
    });
    std::vector<CountedWord> out;
    for (std::size_t i = 0; i < std::min(limit, found_.size()); ++i) out.push_back(std::move(found_[i].word));
    return out;
  }

 private:
  struct Found {
    CountedWord word;
    double weight = 0;
  };

  void take(const std::string& other, std::size_t errors) {
    const std::uint64_t articles = database_.get_termfreq(concat({kWordTerm, other}));
    if (articles != 0) keep(other, errors, articles);
  }

  void keep(std::string other, std::size_t errors, std::uint64_t articles) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Found& f) { return f.word.word == other; });
    if (known) return;
    const double weight = static_cast<double>(articles) / (errors > 1 ? kWorthAnError : 1);
    found_.push_back({{std::move(other), articles}, weight});
  }

  const Xapian::Database& database_;
  const std::string& word_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<CountedWord> words_beginning(const Xapian::Database& database, const std::string& prefix, std::size_t limit,
                                         std::size_t most, bool* whole) {
  std::vector<CountedWord> best;  // a heap with the least of them on top
  const std::string term = concat({kWordTerm, prefix});
  const auto end = database.allterms_end(term);
  std::size_t seen = 0;
  auto it = database.allterms_begin(term);
  for (; it != end && seen < most; ++it, ++seen) {
    const std::uint64_t articles = it.get_termfreq();
    if (best.size() == limit && (limit == 0 || articles <= best.front().articles)) continue;
    if (best.size() == limit) std::pop_heap(best.begin(), best.end(), comes_before), best.pop_back();
    best.push_back({(*it).substr(kWordTerm.size()), articles});
    std::push_heap(best.begin(), best.end(), comes_before);
  }
  if (whole != nullptr) *whole = it == end;
  std::sort(best.begin(), best.end(), comes_before);
  return best;
}

std::vector<CountedWord> words_near(const Xapian::Database& database, const std::string& word, std::size_t limit) {
  if (word.size() < kShortestWord || word.size() > kLongestWord) return {};
  NearWords near(database, word);
  near.look_one_error_away();
  near.walk_beginning(word.substr(0, 2));
  return near.best(limit);
}

}  // namespace dateline
