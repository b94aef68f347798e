// Catalog: which names fit. Index: how many articles have them.
#include "query/engine/name_prefix.h"

#include <algorithm>
#include <unordered_set>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kMostFrequent = 500;    // names of a level
constexpr std::size_t kMostRare = 500;        // rows of the catalog's lists of names and of words
constexpr std::size_t kMostCandidates = 200;  // whose articles are counted roughly; about 2 microseconds each
constexpr std::size_t kMostNamesRead = 40;    // of which the words are compared
// Beyond the limit: merges, which are followed later, make several candidates one and change their order.
constexpr std::size_t kMoreCandidates = 5;

// "joe b": `before` has joe, `last` is b.
struct TypedName {
  std::vector<std::string> before;
  std::string last;

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const std::string& word : before) text.append(word).append(last.empty() && &word == &before.back() ? "" : " ");
    return text.append(last);
  }
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

// Whether the name begins with the typed words.
bool begins(const TypedName& typed, std::string_view text, std::string_view name) {
  if (!name.starts_with(text)) return false;
  return !typed.last.empty() || name.size() == text.size() || name[text.size()] == ' ';
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
  Finder(const Catalog& catalog, XapianSearcher& searcher) : catalog_(catalog), searcher_(searcher) {}

  Result<std::vector<PrefixedName>> find(std::span<const FacetKind> kinds, std::string_view typed, std::size_t limit) {
    const TypedName name = read_typed(typed);
    if (name.before.empty() && name.last.empty()) return std::vector<PrefixedName>();
    std::vector<FacetId> ids;
    for (const FacetKind kind : kinds) {
      const auto of_kind = candidates(kind, name, limit);
      if (!of_kind) return of_kind.error();
      ids.insert(ids.end(), of_kind->begin(),
                 of_kind->begin() + static_cast<long>(std::min(of_kind->size(), kMostCandidates / kinds.size())));
    }
    if (auto kept = keep_frequent(ids, limit); !kept) return std::move(kept).error();
    return counted(ids, limit);
  }

 private:
  // Those with many articles come first.
  class Candidates {
   public:
    void add(FacetId facet) {
      if (seen_.insert(facet).second) ids_.push_back(facet);
    }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    std::vector<FacetId> take() { return std::move(ids_); }

   private:
    std::vector<FacetId> ids_;
    std::unordered_set<FacetId> seen_;
  };

  // From the names of values with many articles down; where these do not suffice, some of the others, which have few.
  Result<std::vector<FacetId>> candidates(FacetKind kind, const TypedName& typed, std::size_t limit) const {
    Candidates found;
    const std::string text = typed.text();
    const auto take = [&](FacetId facet, std::string_view name) {
      if (begins(typed, text, name)) found.add(facet);
    };
    const auto highest = catalog_.highest_name_level(kind);
    if (!highest) return highest.error();
    for (unsigned level = *highest; level > 0 && found.size() < limit + kMoreCandidates; --level) {
      auto visited = catalog_.visit_frequent_names(kind, level, text, take, kMostFrequent);
      if (!visited) return std::move(visited).error();
    }
    if (found.size() >= limit + kMoreCandidates) return found.take();
    auto visited = catalog_.visit_names_from(kind, text, take, kMostRare);
    if (visited && !typed.before.empty() && found.size() < limit)
      visited = add_names_with_words_within(kind, typed, found);
    if (!visited) return std::move(visited).error();
    return found.take();
  }

  // "john s" in "elton john smith".
  Result<void> add_names_with_words_within(FacetKind kind, const TypedName& typed, Candidates& found) const {
    const auto with_word = catalog_.values_with_word(kind, typed.before.front(), kMostNamesRead);
    if (!with_word) return with_word.error();
    const auto names = catalog_.names_of(*with_word);
    if (!names) return names.error();
    for (const FacetName& value : *names) {
      if (fits(typed, name_key(value.name))) found.add(value.facet);
    }
    return {};
  }

  // Those with most articles, by the counts of what is stored: merges are followed for these only.
  Result<void> keep_frequent(std::vector<FacetId>& ids, std::size_t limit) {
    const auto counts = searcher_.articles_of(ids);
    if (!counts) return counts.error();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ids.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return (*counts)[a] > (*counts)[b]; });
    order.resize(std::min(order.size(), limit + kMoreCandidates));
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
};

}  // namespace

Result<std::vector<PrefixedName>> names_beginning(const Catalog& catalog, XapianSearcher& searcher,
                                                  std::span<const FacetKind> kinds, std::string_view typed,
                                                  std::size_t limit) {
  return Finder(catalog, searcher).find(kinds, typed, limit);
}

}  // namespace dateline
