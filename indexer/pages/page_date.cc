// One step after the other; the first that has a date of a day decides.
#include "indexer/pages/page_date.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/pages/date_in_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateText = 150;
constexpr PageIndex kNodesAbove = 80;  // how far above the heading a date may stand, in nodes
constexpr PageIndex kNodesBelow = 250;

// Declared for readers of feeds and for search engines; the others may be the date of the page or of its last change.
bool is_certain(std::string_view from) {
  constexpr std::string_view kCertain[] = {
      "article:published_time", "og:article:published_time", "og:published_time",    "article:published",
      "datepublished",          "parsely-pub-date",          "json-ld datePublished"};
  return std::find(std::begin(kCertain), std::end(kCertain), from) != std::end(kCertain);
}

// Where a text begins to speak of a change; its size where it does not.
std::size_t change_at(std::string_view text) {
  constexpr std::string_view kWords[] = {"updat",       "modif",   "aktualisi", "geändert",   "actualiz", "mis à jour",
                                         "mise à jour", "aggiorn", "atualiz",   "bijgewerkt", "aktualiz"};
  const std::string lower = to_lower_ascii(text);
  std::size_t at = text.size();
  for (const std::string_view word : kWords) at = std::min(at, lower.find(word));
  return at;
}

bool says_changed(std::string_view text) {
  return change_at(text) < text.size();
}

class DateChooser {
 public:
  DateChooser(const PageTree& tree, const std::vector<PageMarks>& marks, const StoryPlace& place,
              std::string_view language)
      : tree_(tree), marks_(marks), place_(place) {
    if (!language.empty() && language != "en") day_first_ = true;
  }

  std::optional<PageDate> declared(const PageFacts& facts, bool certain) const {
    for (const PageFact& fact : facts.published) {
      if (is_certain(fact.from) != certain) continue;
      if (auto date = read_date_value(fact.value, day_first_)) return PageDate{*date, fact.from};
    }
    return std::nullopt;
  }

  std::optional<PageDate> microdata() const {
    for (PageIndex at = 0; at < tree_.nodes.size(); ++at) {
      if (tree_.attribute(at, PageAttributeName::kItemprop).find("datePublished") == std::string_view::npos) continue;
      if (auto date = of_element(at)) return PageDate{*date, "itemprop datePublished"};
    }
    return std::nullopt;
  }

  std::optional<PageDate> time_elements() const {
    std::optional<PageDate> other;
    for (PageIndex at = 0; at < tree_.nodes.size(); ++at) {
      if (tree_.nodes[at].tag != PageTag::kTime || is_of_change(at)) continue;
      const bool near = is_near(at);
      if (!near && (other || tree_.has(at, PageAttributeName::kPubdate))) continue;
      auto date = of_element(at);
      if (date && near) return PageDate{*date, "time"};
      if (date && place_.heading == std::nullopt && !other) other = PageDate{*date, "time"};
    }
    return other;
  }

  // Elements that call themselves a date or a byline.
  std::optional<PageDate> named_elements() const {
    for (PageIndex at = 0; at < tree_.nodes.size(); ++at) {
      if ((marks_[at] & kMarkCredit) == 0 || !is_near(at) || is_of_change(at)) continue;
      if (auto date = of_text(at)) return PageDate{*date, "text (guessed)"};
    }
    return std::nullopt;
  }

  // Any short text around the heading.
  std::optional<PageDate> texts() const {
    for (PageIndex at = 0; at < tree_.nodes.size(); ++at) {
      if (tree_.nodes[at].tag != PageTag::kText || !is_near(at)) continue;
      if (auto date = of_text(at)) return PageDate{*date, "text (guessed)"};
    }
    return std::nullopt;
  }

 private:
  bool is_near(PageIndex at) const {
    const PageIndex from = place_.heading.value_or(place_.root);
    return at + kNodesAbove >= from && at <= std::max(from, place_.root) + kNodesBelow;
  }

  bool is_of_change(PageIndex at) const {
    return says_changed(tree_.attribute(at, PageAttributeName::kClass)) ||
           says_changed(tree_.attribute(at, PageAttributeName::kItemprop));
  }

  std::optional<PublishedDate> of_text(PageIndex at) const {
    const std::string_view text = trim(tree_.text_of(at));
    if (text.size() < 8 || text.size() > kLongestDateText || text.find_first_of("0123456789") == std::string_view::npos)
      return std::nullopt;
    return find_date(text.substr(0, change_at(text)), day_first_);
  }

  std::optional<PublishedDate> of_element(PageIndex at) const {
    for (const auto name : {PageAttributeName::kDatetime, PageAttributeName::kContent, PageAttributeName::kTitle}) {
      const std::string_view value = tree_.attribute(at, name);
      if (value.empty()) continue;
      if (auto date = read_date_value(value, day_first_)) return date;
    }
    return of_text(at);
  }

  const PageTree& tree_;
  const std::vector<PageMarks>& marks_;
  const StoryPlace& place_;
  std::optional<bool> day_first_;
};

}  // namespace

std::optional<PageDate> choose_date(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                                    const StoryPlace& place, std::string_view url, std::string_view language) {
  const DateChooser chooser(tree, marks, place, language);
  if (auto date = chooser.declared(facts, true)) return date;
  if (auto date = chooser.microdata()) return date;
  if (auto date = find_url_date(url)) return PageDate{*date, "url"};
  if (auto date = chooser.time_elements()) return date;
  if (auto date = chooser.declared(facts, false)) return date;
  if (auto date = chooser.named_elements()) return date;
  return chooser.texts();
}

}  // namespace dateline
