// One step after the other; the first that has a date of a day decides.
#include "indexer/pages/page_date.h"

#include <algorithm>
#include <span>

#include "indexer/pages/date_in_text.h"
#include "indexer/pages/visible_date.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using Names = std::span<const std::string_view>;

// Names that mean nothing but the first publication, the most trusted first. The other facts may be the date of the
// page or of its last change.
constexpr std::string_view kOpenGraph[] = {"article:published_time", "og:article:published_time", "og:published_time",
                                           "article:published"};
constexpr std::string_view kJsonLd[] = {"json-ld datePublished"};
constexpr std::string_view kOtherNames[] = {"datepublished", "parsely-pub-date"};

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_certain(std::string_view name) {
  return is_one_of(name, kOpenGraph) || is_one_of(name, kJsonLd) || is_one_of(name, kOtherNames);
}

class DateChooser {
 public:
  DateChooser(const DateNodes& nodes, const PageFacts& facts) : nodes_(nodes), facts_(facts) {}

  std::optional<PageDate> choose(std::string_view url) const {
    for (const Names names : {Names(kOpenGraph), Names(kJsonLd), Names(kOtherNames)}) {
      if (auto date = declared([&](std::string_view name) { return is_one_of(name, names); })) return date;
    }
    if (auto date = microdata()) return date;
    if (auto date = find_url_date(url, nodes_.day_first())) return PageDate{*date, "url"};
    if (auto date = time_elements()) return date;
    if (auto date = labelled_date(nodes_)) return PageDate{*date, "text (guessed)"};
    if (auto date = declared([](std::string_view name) { return !is_certain(name); })) return date;
    if (auto date = date_near_headline(nodes_)) return PageDate{*date, "text (guessed)"};
    return std::nullopt;
  }

 private:
  template <typename IsWanted>
  std::optional<PageDate> declared(const IsWanted& is_wanted) const {
    for (const PageFact& fact : facts_.published) {
      if (!is_wanted(fact.from)) continue;
      if (auto date = read_date_value(fact.value, nodes_.day_first())) return PageDate{*date, std::string(fact.from)};
    }
    return std::nullopt;
  }

  std::optional<PageDate> microdata() const {
    for (PageIndex at = 0; at < nodes_.count(); ++at) {
      const std::string_view name = nodes_.tree().attribute(at, PageAttributeName::kItemprop);
      if (name.find("datePublished") == std::string_view::npos || nodes_.is_elsewhere(at)) continue;
      if (auto date = nodes_.of_element(at)) return PageDate{*date, "itemprop datePublished"};
    }
    return std::nullopt;
  }

  std::optional<PageDate> time_elements() const {
    std::optional<PageDate> other;
    for (PageIndex at = 0; at < nodes_.count(); ++at) {
      if (nodes_.tree().nodes[at].tag != PageTag::kTime || nodes_.is_of_change(at) || nodes_.is_elsewhere(at)) continue;
      const bool near = nodes_.is_near(at);
      if (!near && (other || nodes_.tree().has(at, PageAttributeName::kPubdate))) continue;
      auto date = nodes_.of_element(at);
      if (date && near) return PageDate{*date, "time"};
      if (date && !nodes_.has_heading() && !other) other = PageDate{*date, "time"};
    }
    return other;
  }

  const DateNodes& nodes_;
  const PageFacts& facts_;
};

}  // namespace

std::optional<PageDate> choose_date(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                                    const StoryPlace& place, std::string_view url, std::string_view language) {
  const DateNodes nodes(tree, marks, place,
                        !language.empty() && language != "en" ? std::optional(true) : std::optional<bool>());
  auto date = DateChooser(nodes, facts).choose(url);
  if (!date) return date;
  if (auto local = local_day_of(date->date, nodes)) return PageDate{*local, concat({date->from, ", day of the text"})};
  return date;
}

}  // namespace dateline
