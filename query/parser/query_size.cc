// Counts leaves.
#include "query/parser/query_size.h"

#include <algorithm>
#include <string_view>

#include "query/parser/query_characters.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// Words as a reader counts them: what blanks separate.
std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return words;
}

// The node at which there are too many; nullptr: there are not.
const QueryNode* first_beyond(const QueryNode& node, std::size_t& words) {
  if (node.children.empty()) words += std::max<std::size_t>(1, words_in(node.text));
  if (words > kMostWords) return &node;
  for (const QueryNode& child : node.children) {
    if (const QueryNode* beyond = first_beyond(child, words)) return beyond;
  }
  return nullptr;
}

}  // namespace

Result<void> check_size(const QueryNode& tree) {
  std::size_t words = 0;
  const QueryNode* beyond = first_beyond(tree, words);
  if (beyond == nullptr) return {};
  return query_error(beyond->span, concat({"there are more than ", with_thousands(kMostWords), " words in this query"}),
                     "ask in parts: 'dateline batch' runs many queries");
}

}  // namespace dateline
