// Companies with and without their legal form, British and American spellings, acronyms.
#include "indexer/resolution/resolve_organizations.h"

#include <algorithm>
#include <map>
#include <string>

#include "indexer/resolution/organization_name.h"

namespace dateline {
namespace {

constexpr double kMainShare = 2.0 / 3.0;  // of the articles of all whom an acronym stands for
constexpr double kMainCompany = 0.25;     // of the acronym's articles, where its long name is rare
constexpr std::size_t kShortestAcronym = 3;
constexpr std::uint32_t kFewTogether = 3;  // articles that name an acronym and what has its letters
constexpr double kTogetherShare = 0.25;    // … of the acronym's articles
constexpr std::uint64_t kFewNamings = 20;  // a long name for so many acronyms is rare

}  // namespace

std::vector<FacetMerge> resolve_organizations(std::vector<NamedValue> given, const DocumentsOf& documents_of) {
  if (given.size() < 2) return {};
  ValueTable values(std::move(given), documents_of);
  std::vector<OrganizationName> names;
  std::vector<std::size_t> all;
  Pairs pairs;
  for (std::size_t i = 0; i < values.size(); ++i) {
    names.push_back(parse_organization_name(values[i].key));
    all.push_back(i);
  }
  add_pairs(values, std::move(all), pairs);
  const Clusters clusters = join_names(
      values, pairs, [&](std::size_t a, std::size_t b) { return compare_organizations(names[a], names[b]); });
  std::vector<FacetMerge> merges;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t main = main_of(values, clusters.members(clusters.of(i)));
    if (main != i && values[i].corrected == 0) merges.push_back({values[i].facet, values[main].facet});
  }
  return merges;
}

FacetId resolve_acronym(const NamedValue& acronym, std::vector<NamedValue> expansions,
                        const DocumentsOf& documents_of) {
  std::erase_if(expansions, [&](const NamedValue& expansion) {
    return may_be_acronym(expansion.key) || expansion.articles == 0 ||
           ((expansion.articles == 1 || is_general_word(acronym.key)) && !has_initials(expansion.key, acronym.key));
  });
  if (acronym.corrected != 0 || expansions.empty()) return 0;
  ValueTable values(std::move(expansions), documents_of);
  std::map<std::string, std::vector<std::size_t>> by_group;
  std::map<std::string, std::uint64_t> articles;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string group = organization_group(values[i].key);
    by_group[group].push_back(i);
    articles[group] += values[i].articles;
    all += values[i].articles;
  }
  const auto best = std::max_element(articles.begin(), articles.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (static_cast<double>(best->second) < kMainShare * static_cast<double>(all)) return 0;
  const std::size_t main = main_of(values, by_group[best->first]);
  if (best->second * kFewNamings < acronym.articles) {
    const std::vector<FacetId> both = {std::min(acronym.facet, values[main].facet),
                                       std::max(acronym.facet, values[main].facet)};
    if (shared_company(documents_of(acronym.facet), values.documents(main), both) < kMainCompany) return 0;
  }
  return values[main].facet;
}

FacetId find_long_name(const NamedValue& acronym, const DocumentsOf& documents_of,
                       const std::function<std::string(FacetId)>& key_of) {
  if (acronym.corrected != 0 || acronym.key.size() < kShortestAcronym || acronym.articles < kFewTogether) return 0;
  std::map<FacetId, std::uint32_t> together;
  for (const DocumentFacts& document : documents_of(acronym.facet)) {
    for (const FacetId entity : document.entities) {
      if (kind_of(entity) == FacetKind::kOrganization && entity != acronym.facet) ++together[entity];
    }
  }
  const double enough = std::max(kTogetherShare * acronym.articles, double{kFewTogether});
  FacetId best = 0;
  std::string best_key;
  for (const auto& [entity, articles] : together) {
    if (articles < enough || (best != 0 && articles < together[best])) continue;
    std::string key = key_of(entity);
    if (!has_letters(key, acronym.key)) continue;
    if (best != 0 && articles == together[best] && best_key < key) continue;
    best = entity;
    best_key = std::move(key);
  }
  return best;
}

}  // namespace dateline
