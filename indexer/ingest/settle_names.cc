// Asks the index for counts and hands them to the catalog.
#include "indexer/ingest/settle_names.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "shared/store/xapian_inspect.h"

namespace dateline {
namespace {

constexpr std::string_view kNamesMeta = "name-levels";
constexpr std::string_view kNamesRules = "1";

Result<void> settle(Catalog& catalog, std::span<const FacetId> values, std::span<const std::uint64_t> articles) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (auto done = catalog.settle_name_level(values[i], articles[i]); !done) return done;
  }
  return {};
}

}  // namespace

Result<void> settle_names(ArchiveWriter& archive, const std::unordered_set<FacetId>& touched) {
  Catalog& catalog = archive.catalog;
  const auto rules = catalog.meta(kNamesMeta);
  if (!rules) return rules.error();
  const bool all = *rules != kNamesRules;
  std::vector<FacetId> values;
  if (all) {
    auto visited = catalog.visit_facet_values([&](const FacetDetails& value) { values.push_back(value.facet); });
    if (!visited) return visited;
  } else {
    std::copy_if(touched.begin(), touched.end(), std::back_inserter(values),
                 [](FacetId value) { return kind_of(value) != FacetKind::kStory; });
    std::sort(values.begin(), values.end());
  }
  const auto articles = articles_of_values(archive.paths, values);
  if (!articles) return articles.error();

  if (auto begun = catalog.begin(); !begun) return begun;
  if (auto settled = settle(catalog, values, *articles); !settled) return settled;
  if (auto set = all ? catalog.set_meta(kNamesMeta, kNamesRules) : Result<void>(); !set) return set;
  return catalog.commit();
}

}  // namespace dateline
