// Places are told by counting nodes: elements of a story's head stand close together in every page's markup.
#include "indexer/pages/date_nodes.h"

#include <algorithm>
#include <string>

#include "indexer/pages/date_in_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateText = 150;
constexpr PageIndex kNodesAbove = 80;
constexpr PageIndex kNodesBelow = 250;
constexpr PageMarks kOthers = kMarkComments | kMarkTeaser;

// Where a text begins to speak of a change; its size where it does not.
std::size_t change_at(std::string_view text) {
  constexpr std::string_view kWords[] = {
      "updat",   "modif",   "aktualisi",  "geändert", "letzte änder", "actualiz",   "mis à jour", "mise à jour",
      "aggiorn", "atualiz", "bijgewerkt", "aktualiz", "last edit",    "bearbeitet", "uppdaterad", "обновлен"};
  const std::string lower = to_lower_ascii(text);
  std::size_t at = text.size();
  for (const std::string_view word : kWords) at = std::min(at, lower.find(word));
  return at;
}

bool says_changed(std::string_view text) {
  return !text.empty() && change_at(text) < text.size();
}

}  // namespace

DateNodes::DateNodes(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryPlace& place,
                     std::optional<bool> day_first)
    : tree_(tree), marks_(marks), place_(place), day_first_(day_first), elsewhere_(tree.nodes.size(), false) {
  const auto holds = [&](PageIndex at, PageIndex other) { return at <= other && other < tree_.nodes[at].end; };
  for (PageIndex at = 0; at < count();) {
    const bool of_story = holds(at, place_.root) || (place_.heading && holds(at, *place_.heading));
    if ((marks_[at] & kOthers) == 0 || of_story) {
      ++at;
      continue;
    }
    const PageIndex end = tree_.nodes[at].end;
    while (at < end) elsewhere_[at++] = true;
  }
}

PageIndex DateNodes::near_begin() const {
  return headline() > kNodesAbove ? headline() - kNodesAbove : 0;
}

PageIndex DateNodes::head_begin() const {
  return std::min(headline(), place_.root);
}

PageIndex DateNodes::head_end() const {
  return std::max(headline(), place_.root);
}

PageIndex DateNodes::near_end() const {
  return std::min(count(), head_end() + kNodesBelow);
}

bool DateNodes::is_of_change(PageIndex at) const {
  return says_changed(tree_.attribute(at, PageAttributeName::kClass)) ||
         says_changed(tree_.attribute(at, PageAttributeName::kItemprop));
}

std::optional<PublishedDate> DateNodes::of_text(PageIndex at) const {
  const std::string_view text = trim(tree_.text_of(at));
  if (text.size() < 6 || text.size() > kLongestDateText || text.find_first_of("0123456789") == std::string_view::npos)
    return std::nullopt;
  return find_date(text.substr(0, change_at(text)), day_first_);
}

std::optional<PublishedDate> DateNodes::of_element(PageIndex at) const {
  for (const auto name : {PageAttributeName::kDatetime, PageAttributeName::kContent, PageAttributeName::kTitle}) {
    const std::string_view value = tree_.attribute(at, name);
    if (value.empty()) continue;
    if (auto date = read_date_value(value, day_first_)) return date;
  }
  return of_text(at);
}

}  // namespace dateline
