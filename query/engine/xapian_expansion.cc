// A walk over the W terms that begin with the pattern's prefix, with a heap of the most frequent ones that match.
#include "query/engine/xapian_expansion.h"

#include <algorithm>

#include "query/engine/word_pattern.h"
#include "schema/fields.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostRemembered = 200;
constexpr std::uint64_t kWordsPerLook = 256;  // at the clock

struct FrequentWord {
  Xapian::doccount articles = 0;
  std::string word;
};

// The order in which words are taken. As the order of a heap it keeps the least of them on top.
bool goes_before(const FrequentWord& a, const FrequentWord& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
}

WordExpansion look_up(const Xapian::Database& database, const WordPattern& pattern, std::size_t most,
                      const Deadline& deadline) {
  WordExpansion out;
  std::vector<FrequentWord> best;
  const std::string start = concat({kWordTerm, pattern.prefix()});
  const auto end = database.allterms_end(start);
  std::uint64_t seen = 0;
  for (auto it = database.allterms_begin(start); it != end; ++it) {
    if (++seen % kWordsPerLook == 0 && deadline.is_over()) {
      out.stopped = true;
      break;
    }
    const std::string term = *it;
    const std::string_view word = std::string_view(term).substr(kWordTerm.size());
    if (!pattern.matches(word)) continue;
    ++out.matching;
    FrequentWord found{it.get_termfreq(), std::string(word)};
    if (best.size() == most && !goes_before(found, best.front())) continue;
    if (best.size() == most) {
      std::pop_heap(best.begin(), best.end(), goes_before);
      best.pop_back();
    }
    best.push_back(std::move(found));
    std::push_heap(best.begin(), best.end(), goes_before);
  }
  std::sort_heap(best.begin(), best.end(), goes_before);
  for (FrequentWord& found : best) out.words.push_back(std::move(found.word));
  return out;
}

// The same pattern may be asked with another bound when it stands beside other ones.
std::string memory_key(const QueryNode& pattern, std::size_t most) {
  return concat(
      {std::to_string(most), " ", std::to_string(static_cast<int>(pattern.kind)), " ", pattern_text(pattern)});
}

std::size_t words_for_each(std::size_t patterns) {
  return std::min(kMostWordsOfPattern, kMostWordsOfPatterns / std::max<std::size_t>(patterns, 1));
}

}  // namespace

Result<Expansions> WordExpander::expand(const Xapian::Database& database, const QueryNode& tree,
                                        const Deadline& deadline) {
  const auto patterns = patterns_of(tree);
  if (!patterns) return patterns.error();
  if (found_.size() > kMostRemembered) found_.clear();
  const std::size_t most = words_for_each(patterns->size());
  Expansions out;
  for (const QueryNode* node : *patterns) {
    auto& known = found_[memory_key(*node, most)];
    if (!known || known->stopped) {
      const auto pattern = WordPattern::of(*node);
      if (!pattern) return pattern.error();
      known = std::make_shared<const WordExpansion>(look_up(database, *pattern, most, deadline));
    }
    out[node] = known;
  }
  return out;
}

Expansions WordExpander::known(const QueryNode& tree) const {
  Expansions out;
  const auto patterns = patterns_of(tree);
  if (!patterns) return out;
  for (const QueryNode* node : *patterns) {
    const auto found = found_.find(memory_key(*node, words_for_each(patterns->size())));
    if (found != found_.end() && found->second) out[node] = found->second;
  }
  return out;
}

}  // namespace dateline
