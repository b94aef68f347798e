// Tries the looser modes in order.
#include "query/engine/suggestion.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

bool has_word_list(const QueryNode& node) {
  return node.kind == NodeKind::kWords || std::any_of(node.children.begin(), node.children.end(), has_word_list);
}

std::string worded(std::uint64_t articles, std::string_view quantity, std::string_view mode) {
  const std::string_view verb = articles == 1 ? " has " : " have ";
  return concat({plural(articles, "article"), verb, quantity, " of these words: --match ", mode});
}

}  // namespace

Result<std::string> suggest(const QueryNode& tree, MatchMode asked,
                            const std::function<Result<std::uint64_t>(MatchMode)>& count) {
  if (asked == MatchMode::kAny || !has_word_list(tree)) return std::string();
  if (asked == MatchMode::kAll) {
    const auto most = count(MatchMode::kMost);
    if (!most) return most.error();
    if (*most != 0) return worded(*most, "most", "most");
  }
  const auto any = count(MatchMode::kAny);
  if (!any) return any.error();
  return *any == 0 ? std::string() : worded(*any, "some", "any");
}

}  // namespace dateline
