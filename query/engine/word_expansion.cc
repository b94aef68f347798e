// Finds the patterns, and puts into words what they came to.
#include "query/engine/word_expansion.h"

#include <algorithm>

#include "query/engine/word_pattern.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kWordsInNote = 5;

void collect_patterns(const QueryNode& node, std::vector<const QueryNode*>& out) {
  if (is_pattern(node)) out.push_back(&node);
  for (const QueryNode& child : node.children) collect_patterns(child, out);
}

std::string how_to_ask_for_fewer(const QueryNode& pattern) {
  return pattern.kind == NodeKind::kFuzzy ? "fewer typing errors (~1) give fewer words"
                                          : "more letters give fewer words";
}

}  // namespace

std::string note_of(const QueryNode& pattern, const WordExpansion& expansion) {
  const std::string asked = pattern_text(pattern);
  if (expansion.stopped) return concat({asked, ": the time was over before all words were looked at"});
  if (expansion.matching == 0) return concat({"no word of this archive matches ", asked});
  if (expansion.matching <= expansion.words.size()) return {};
  const std::size_t shown = std::min(kWordsInNote, expansion.words.size());
  const std::vector<std::string> first(expansion.words.begin(),
                                       expansion.words.begin() + static_cast<std::ptrdiff_t>(shown));
  return concat({asked, " stands for ", with_thousands(expansion.matching), " words; only the ",
                 with_thousands(expansion.words.size()), " most frequent were searched (", join(first, ", "),
                 ", …): ", how_to_ask_for_fewer(pattern)});
}

Result<std::vector<const QueryNode*>> patterns_of(const QueryNode& tree) {
  std::vector<const QueryNode*> out;
  collect_patterns(tree, out);
  if (out.size() <= kMostPatterns) return out;
  return Error{.code = ErrorCode::kQuery,
               .message = "there are too many patterns in this query",
               .hint = "up to 100 wildcards, regular expressions and words with ~ can stand in one query",
               .position = out[kMostPatterns]->span};
}

}  // namespace dateline
