// Walks the terms of words.
#include "query/engine/xapian_vocabulary.h"

#include <algorithm>

#include "schema/fields.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

bool comes_before(const CountedWord& a, const CountedWord& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
}

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

std::uint64_t articles_with_word(const Xapian::Database& database, const std::string& word) {
  return database.get_termfreq(concat({kWordTerm, word}));
}

}  // namespace dateline
