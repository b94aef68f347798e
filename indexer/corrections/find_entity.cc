// Own names first, then aliases, then names that are near.
#include "indexer/corrections/find_entity.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kSuggestions = 5;

std::vector<FacetKind> kinds_of(const AskedName& asked) {
  if (asked.kind) return {*asked.kind};
  return {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization};
}

Result<std::vector<FacetId>> by_own_name(const Catalog& catalog, const AskedName& asked) {
  std::vector<FacetId> found;
  for (const FacetKind kind : kinds_of(asked)) {
    const auto facet = catalog.facet_of_key(kind, facet_key(asked.name));
    if (!facet) return facet.error();
    if (*facet != 0) found.push_back(*facet);
  }
  return found;
}

Result<std::vector<FacetId>> by_alias(const Catalog& catalog, const AskedName& asked) {
  std::vector<FacetId> found;
  for (const FacetKind kind : kinds_of(asked)) {
    const auto facets = catalog.facets_of_alias(kind, asked.name);
    if (!facets) return facets.error();
    found.insert(found.end(), facets->begin(), facets->end());
  }
  return found;
}

// Whom the values stand for, each once. A rejected one stays itself.
Result<void> follow_merges(const Catalog& catalog, std::vector<FacetId>& facets) {
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  std::unordered_map<FacetId, FacetId> into;
  for (const FacetMerge& merge : *merges) into.emplace(merge.from, merge.into);
  for (FacetId& facet : facets) {
    const auto found = into.find(facet);
    if (found != into.end() && found->second != 0) facet = found->second;
  }
  std::sort(facets.begin(), facets.end());
  facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
  return {};
}

// Where several fit: only those that occur in articles, or that something was merged into, if there are such.
Result<void> drop_unused(const Catalog& catalog, std::vector<FacetId>& facets) {
  std::unordered_set<FacetId> used;
  auto visited = catalog.visit_article_facets([&](ArticleId, std::span<const FacetId> of_article) {
    for (const FacetId facet : facets) {
      if (std::binary_search(of_article.begin(), of_article.end(), facet)) used.insert(facet);
    }
  });
  if (!visited) return visited;
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  for (const FacetMerge& merge : *merges) used.insert(merge.into);
  const bool some = std::any_of(facets.begin(), facets.end(), [&](FacetId facet) { return used.contains(facet); });
  if (some) std::erase_if(facets, [&](FacetId facet) { return !used.contains(facet); });
  return {};
}

std::string with_kind(FacetId facet, std::string_view name) {
  return concat({name_of(kind_of(facet)), ":", name});
}

Error several(const Catalog& catalog, const AskedName& asked, const std::vector<FacetId>& facets) {
  std::vector<std::string> list;
  for (const FacetId facet : facets) {
    if (list.size() == 2 * kSuggestions) {
      list.push_back(concat({"and ", with_thousands(facets.size() - list.size()), " more"}));
      break;
    }
    const auto name = catalog.own_name_of(facet);
    if (!name) return name.error();
    list.push_back(concat({"'", with_kind(facet, *name), "'"}));
  }
  return {.code = ErrorCode::kUsage,
          .message = concat({"'", asked.name, "' may be several: ", join(list, ", ")}),
          .hint = "write one of them as it stands here, with its kind and a colon before the name"};
}

struct Near {
  std::size_t distance;
  std::string name;
};

// Names that have all the words, else names that are few edits away.
Result<std::vector<std::string>> similar_names(const Catalog& catalog, const AskedName& asked) {
  std::vector<std::string> names;
  for (const FacetKind kind : kinds_of(asked)) {
    const auto found = catalog.find_facets(kind, asked.name, kSuggestions);
    if (!found) return found.error();
    for (const FacetName& value : *found) names.push_back(with_kind(value.facet, value.name));
  }
  if (!names.empty()) return names;
  const std::string key = facet_key(asked.name);
  const std::size_t most = std::max<std::size_t>(1, key.size() / 4);
  const auto kinds = kinds_of(asked);
  std::vector<Near> near;
  auto visited = catalog.visit_facet_values([&](const FacetDetails& value) {
    if (value.rejected || std::find(kinds.begin(), kinds.end(), kind_of(value.facet)) == kinds.end()) return;
    const std::string other = facet_key(value.name);
    const std::size_t distance = typing_errors(key, other, most);
    if (distance <= most) near.push_back({distance, with_kind(value.facet, value.name)});
  });
  if (!visited) return std::move(visited).error();
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
  for (const Near& each : near) names.push_back(each.name);
  return names;
}

Error unknown(const Catalog& catalog, const AskedName& asked) {
  const std::string_view what = asked.kind ? name_of(*asked.kind) : std::string_view("person, place or organization");
  Error error{.code = ErrorCode::kNotFound,
              .message = concat({"no ", what, " in this archive has the name '", asked.name, "'"}),
              .hint = "see: dateline-index entities list PATTERN"};
  auto similar = similar_names(catalog, asked);
  if (!similar || similar->empty()) return error;
  similar->resize(std::min(similar->size(), kSuggestions));
  for (std::string& name : *similar) name = concat({"'", name, "'"});
  error.hint = concat({"did you mean ", join(*similar, ", "), "?"});
  return error;
}

}  // namespace

bool can_be_corrected(FacetKind kind) {
  return kind != FacetKind::kLanguage && kind != FacetKind::kCountry;
}

AskedName asked_name(std::string_view text, std::optional<FacetKind> otherwise) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view before = text.substr(0, colon);
    const auto kind = before == "org" ? std::optional(FacetKind::kOrganization) : facet_kind_named(before);
    if (kind && can_be_corrected(*kind)) return {kind, std::string(trim(text.substr(colon + 1)))};
  }
  return {otherwise, std::string(trim(text))};
}

Result<FoundEntity> find_entity(const Catalog& catalog, const AskedName& asked, Meaning meaning) {
  if (asked.name.empty()) return Error{.code = ErrorCode::kUsage, .message = "a name is empty"};
  auto facets = by_own_name(catalog, asked);
  if (facets && facets->empty()) facets = by_alias(catalog, asked);
  if (!facets) return std::move(facets).error();
  if (facets->empty()) return unknown(catalog, asked);
  if (meaning == Meaning::kStanding) {
    if (auto followed = follow_merges(catalog, *facets); !followed) return std::move(followed).error();
  }
  if (facets->size() > 1) {
    if (auto dropped = drop_unused(catalog, *facets); !dropped) return std::move(dropped).error();
  }
  if (facets->size() > 1) return several(catalog, asked, *facets);
  auto name = catalog.own_name_of(facets->front());
  if (!name) return std::move(name).error();
  return FoundEntity{facets->front(), {kind_of(facets->front()), std::move(*name)}};
}

std::string quoted(const EntityName& name) {
  return concat({name_of(name.kind), " '", name.name, "'"});
}

}  // namespace dateline
