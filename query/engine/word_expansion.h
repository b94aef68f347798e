// The words of the archive that the patterns of a query stand for. Knows no Xapian.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/parser/query_tree.h"

namespace dateline {

inline constexpr std::size_t kMostWordsOfPattern = 1000;    // the most frequent ones are taken
inline constexpr std::size_t kMostWordsOfPatterns = 10000;  // of all patterns of a query together
inline constexpr std::size_t kMostPatterns = 100;           // of a query

struct WordExpansion {
  std::vector<std::string> words;  // folded, as articles write them; the most frequent first, then by letters
  std::uint64_t matching = 0;      // how many match in all
  bool stopped = false;            // the time was over: there may be more
};

using Expansions = std::unordered_map<const QueryNode*, std::shared_ptr<const WordExpansion>>;  // by pattern node

// What the reader should know: that a pattern stands for more words than were searched, or for none. "" for nothing.
std::string note_of(const QueryNode& pattern, const WordExpansion& expansion);

// All patterns of the tree in its order; kQuery at the first one beyond kMostPatterns.
Result<std::vector<const QueryNode*>> patterns_of(const QueryNode& tree);

}  // namespace dateline
