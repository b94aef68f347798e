// The loop over tokens is all that costs.
#include "query/engine/word_counter.h"

#include <algorithm>
#include <cassert>

#include "shared/base/bytes.h"
#include "shared/columns/lexicon.h"

namespace dateline {

void WordCounter::count(const DocidList& documents, const ColumnReader& tokens) {
  static_assert(kFirstId == kFirstLexiconId);
  for (const Docid docid : documents) {
    std::string_view record = tokens.record(docid);
    ++articles_;
    for (std::uint64_t stem = 0; take_leb128(record, stem);) {
      if (stem < kFirstId || stem >= seen_.size() || seen_[stem] == articles_) continue;
      seen_[stem] = articles_;
      ++counts_[stem];
    }
  }
}

void WordCounter::subtract(const WordCounter& part) {
  for (std::size_t stem = 0; stem < counts_.size(); ++stem) counts_[stem] -= part.counts_[stem];
  articles_ -= part.articles_;
}

DocidList evenly_chosen(const DocidList& documents, std::size_t most) {
  if (documents.size() <= most) return documents;
  DocidList out;
  out.reserve(most);
  for (std::size_t i = 0; i < most; ++i) out.push_back(documents[i * documents.size() / most]);
  return out;
}

std::uint64_t stems_in(std::string_view tokens, const std::vector<std::uint32_t>& stems) {
  assert(stems.size() <= 64 && std::is_sorted(stems.begin(), stems.end()));
  std::uint64_t found = 0;
  for (std::uint64_t token = 0; take_leb128(tokens, token);) {
    const auto place = std::lower_bound(stems.begin(), stems.end(), token);
    if (place != stems.end() && *place == token) found |= std::uint64_t{1} << (place - stems.begin());
  }
  return found;
}

}  // namespace dateline
