// Catalog: which names fit. Index: how many articles have them.
#include "query/engine/name_prefix.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kMostRows = 2000;       // of the catalog's lists of names and of words; about a microsecond each
constexpr std::size_t kMostCandidates = 250;  // whose articles are counted roughly; about two microseconds each
constexpr std::size_t kMostNamesRead = 120;   // of which the words are compared

// "joe b": `before` has joe, `last` is b.
struct TypedName {
  std::vector<std::string> before;
  std::string last;
};

TypedName read_typed(std::string_view typed) {
  TypedName out{.before = name_words(name_key(typed)), .last = {}};
  const bool open = !typed.empty() && typed.back() != ' ';
  if (open && !out.before.empty()) {
    out.last = std::move(out.before.back());
    out.before.pop_back();
  }
  return out;
}

// Whether the words stand one behind the other in the name, the last one at least begun.
bool fits(const TypedName& typed, std::string_view key) {
  const std::vector<std::string_view> words = split(key, ' ');
  const std::size_t count = typed.before.size() + (typed.last.empty() ? 0 : 1);
  for (std::size_t at = 0; at + count <= words.size(); ++at) {
    const bool same = std::equal(typed.before.begin(), typed.before.end(), words.begin() + static_cast<long>(at));
    if (same && (typed.last.empty() || words[at + count - 1].starts_with(typed.last))) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const Catalog& catalog, XapianSearcher& searcher, FacetKind kind)
      : catalog_(catalog), searcher_(searcher), kind_(kind) {}

  Result<std::vector<PrefixedName>> find(std::string_view typed, std::size_t limit) {
    const TypedName name = read_typed(typed);
    if (name.before.empty() && name.last.empty()) return std::vector<PrefixedName>();
    auto ids = candidates(name);
    if (!ids) return std::move(ids).error();
    if (auto kept = keep_frequent(*ids, limit); !kept) return std::move(kept).error();
    return counted(*ids, limit);
  }

 private:
  Result<std::vector<FacetId>> candidates(const TypedName& typed) const {
    const bool one = typed.before.empty();
    const std::string& anchor = one ? typed.last : typed.before.front();
    std::vector<FacetId> ids, by_word;
    auto visited = catalog_.visit_names_from(
        kind_, anchor,
        [&](FacetId facet, std::string_view key) {
          if (one || fits(typed, key))
            ids.push_back(facet);
          else if (key == anchor)
            by_word.push_back(facet);
        },
        kMostRows);
    if (!visited) return std::move(visited).error();
    if (by_word.size() > kMostNamesRead) by_word.resize(kMostNamesRead);
    const auto names = catalog_.names_of(by_word);
    if (!names) return names.error();
    for (const FacetName& value : *names) {
      if (fits(typed, name_key(value.name))) ids.push_back(value.facet);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  // Those with most articles, by the counts of what is stored: merges are followed for these only.
  Result<void> keep_frequent(std::vector<FacetId>& ids, std::size_t limit) {
    if (ids.size() > kMostCandidates) ids.resize(kMostCandidates);  // the lowest: those that were first
    const auto counts = searcher_.articles_of(ids);
    if (!counts) return counts.error();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ids.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return (*counts)[a] > (*counts)[b]; });
    order.resize(std::min(order.size(), limit + 5));
    std::vector<FacetId> kept;
    for (const std::size_t i : order) kept.push_back(ids[i]);
    ids = std::move(kept);
    return {};
  }

  Result<std::vector<PrefixedName>> counted(const std::vector<FacetId>& ids, std::size_t limit) {
    std::vector<PrefixedName> out;
    for (const FacetId id : ids) {
      auto standing = catalog_.standing_value(id);
      if (!standing) return std::move(standing).error();
      const FacetId facet = standing->facet;
      const bool known = std::any_of(out.begin(), out.end(), [&](const PrefixedName& n) { return n.facet == facet; });
      if (facet == 0 || known) continue;
      const auto stored = catalog_.values_standing_for(facet);
      if (!stored) return stored.error();
      const auto articles = searcher_.articles_with_any(*stored);
      if (!articles) return articles.error();
      if (*articles != 0) out.push_back({facet, std::move(standing->name), *articles});
    }
    std::sort(out.begin(), out.end(), [](const PrefixedName& a, const PrefixedName& b) {
      return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
    });
    out.resize(std::min(out.size(), limit));
    return out;
  }

  const Catalog& catalog_;
  XapianSearcher& searcher_;
  FacetKind kind_;
};

}  // namespace

Result<std::vector<PrefixedName>> names_beginning(const Catalog& catalog, XapianSearcher& searcher, FacetKind kind,
                                                  std::string_view typed, std::size_t limit) {
  return Finder(catalog, searcher, kind).find(typed, limit);
}

}  // namespace dateline
