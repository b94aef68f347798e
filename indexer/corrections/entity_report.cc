// One pass over the articles' facets gives all counts.
#include "indexer/corrections/entity_report.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

// Merges and counts of all values.
class Overview {
 public:
  static Result<Overview> make(const Catalog& catalog) {
    Overview overview;
    const auto merges = catalog.merges();
    if (!merges) return merges.error();
    for (const FacetMerge& merge : *merges) overview.merges_.emplace(merge.from, merge.into);
    std::vector<FacetId> standing;
    auto visited = catalog.visit_article_facets([&](ArticleId, std::span<const FacetId> facets) {
      standing.clear();
      for (const FacetId facet : facets) {
        const FacetId into = overview.standing(facet);
        if (into != facet) ++overview.own_[facet];
        if (into != 0) standing.push_back(into);
      }
      std::sort(standing.begin(), standing.end());
      standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
      for (const FacetId facet : standing) ++overview.articles_[facet];
    });
    if (!visited) return std::move(visited).error();
    return overview;
  }
  [[nodiscard]] FacetId standing(FacetId facet) const {
    const auto found = merges_.find(facet);
    return found == merges_.end() ? facet : found->second;
  }
  [[nodiscard]] std::uint64_t articles(FacetId facet) const {
    const auto& counts = standing(facet) == facet ? articles_ : own_;
    const auto found = counts.find(facet);
    return found == counts.end() ? 0 : found->second;
  }
  [[nodiscard]] std::vector<FacetId> merged_into(FacetId facet) const {
    std::vector<FacetId> values;
    for (const auto& [from, into] : merges_) {
      if (into == facet) values.push_back(from);
    }
    std::sort(values.begin(), values.end());
    return values;
  }

 private:
  std::unordered_map<FacetId, FacetId> merges_;
  std::unordered_map<FacetId, std::uint64_t> articles_, own_;
};

Result<std::vector<std::string>> names_of(const Catalog& catalog, const std::vector<FacetId>& facets) {
  const auto found = catalog.names_of(facets);
  if (!found) return found.error();
  std::vector<std::string> names;
  for (const FacetName& value : *found) names.push_back(value.name);
  return names;
}

Result<EntityRow> row_of(const Catalog& catalog, const Overview& overview, FacetDetails details) {
  const FacetId facet = details.facet;
  EntityRow row{.details = std::move(details),
                .articles = overview.articles(facet),
                .aliases = {},
                .merged = {},
                .stands_for = std::nullopt};
  auto aliases = catalog.aliases_of(facet);
  if (!aliases) return std::move(aliases).error();
  row.aliases = std::move(*aliases);
  auto merged = names_of(catalog, overview.merged_into(facet));
  if (!merged) return std::move(merged).error();
  row.merged = std::move(*merged);
  std::erase_if(row.aliases, [&](const std::string& alias) {
    return facet_key(alias) == facet_key(row.details.name) ||
           std::find(row.merged.begin(), row.merged.end(), alias) != row.merged.end();
  });
  const FacetId standing = overview.standing(facet);
  if (standing == facet || standing == 0) return row;
  const auto name = catalog.names_of(std::span(&standing, 1));
  if (!name) return name.error();
  row.stands_for = EntityName{kind_of(standing), name->front().name};
  return row;
}

// Values of which some name has the pattern, and those that they stand for.
Result<std::unordered_set<FacetId>> fitting(const Catalog& catalog, const Overview& overview,
                                            const std::string& pattern) {
  std::unordered_set<FacetId> found;
  const std::string key = facet_key(pattern);
  auto visited = catalog.visit_facet_names([&](FacetId facet, std::string_view name) {
    if (name.find(key) == std::string_view::npos) return;
    found.insert(facet);
    found.insert(overview.standing(facet));
  });
  if (!visited) return std::move(visited).error();
  return found;
}

bool is_wanted(const FacetDetails& value, const ListRequest& request, const Overview& overview) {
  const FacetKind kind = kind_of(value.facet);
  if (request.kind ? kind != *request.kind : static_cast<std::size_t>(kind) >= kEntityKinds) return false;
  if (request.all) return true;
  return overview.standing(value.facet) == value.facet && overview.articles(value.facet) > 0;
}

// Mentions by how they are written, line breaks as blanks.
Result<void> count_written(const Catalog& catalog, const Overview& overview, FacetId facet, ArticleId article,
                           std::unordered_map<std::string, std::uint64_t>& counts) {
  const auto called = catalog.mentioned_as(article, facet, [&](FacetId each) { return overview.standing(each); });
  if (!called) return called.error();
  const auto stored = catalog.load_article(article);
  if (!stored) return stored.error();
  if (!*stored) return {};
  for (const ResolvedEntity& entity : (*stored)->entities) {
    if (!std::binary_search(called->begin(), called->end(), entity.facet)) continue;
    for (const Mention& mention : entity.mentions) {
      const std::string_view text = mention.in_title ? (*stored)->article.title : (*stored)->article.text;
      if (mention.end > text.size() || mention.begin > mention.end) continue;
      std::string written(text.substr(mention.begin, mention.end - mention.begin));
      std::replace(written.begin(), written.end(), '\n', ' ');
      ++counts[written];
    }
  }
  return {};
}

Result<std::vector<std::pair<std::string, std::uint64_t>>> written_forms(const Catalog& catalog,
                                                                         const Overview& overview, FacetId facet) {
  std::vector<ArticleId> articles;
  auto visited = catalog.visit_article_facets([&](ArticleId article, std::span<const FacetId> facets) {
    const bool has =
        std::any_of(facets.begin(), facets.end(), [&](FacetId each) { return overview.standing(each) == facet; });
    if (has) articles.push_back(article);
  });
  if (!visited) return std::move(visited).error();
  std::unordered_map<std::string, std::uint64_t> counts;
  for (const ArticleId article : articles) {
    if (auto counted = count_written(catalog, overview, facet, article, counts); !counted) {
      return std::move(counted).error();
    }
  }
  std::vector<std::pair<std::string, std::uint64_t>> forms(counts.begin(), counts.end());
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return forms;
}

bool concerns(const Correction& correction, const std::unordered_set<NameId>& names) {
  const auto has = [&](const EntityName& name) { return names.contains(name_id(name)); };
  if (has(correction.entity) || (correction.into && has(*correction.into)) || (correction.as && has(*correction.as))) {
    return true;
  }
  if (!correction.text.empty() && has({correction.entity.kind, correction.text})) return true;
  if (std::any_of(correction.from.begin(), correction.from.end(), has)) return true;
  if (correction.operation != CorrectionOperation::kPin) return false;
  for (std::size_t kind = 0; kind < kEntityKinds; ++kind) {
    if (has({static_cast<FacetKind>(kind), correction.entity.name})) return true;
  }
  return false;
}

}  // namespace

Result<EntityListing> list_entities(const Catalog& catalog, const ListRequest& request) {
  const auto overview = Overview::make(catalog);
  if (!overview) return overview.error();
  std::unordered_set<FacetId> fits;
  if (!request.pattern.empty()) {
    auto found = fitting(catalog, *overview, request.pattern);
    if (!found) return std::move(found).error();
    fits = std::move(*found);
  }
  std::vector<FacetDetails> values;
  auto visited = catalog.visit_facet_values([&](const FacetDetails& value) {
    if (!request.pattern.empty() && !fits.contains(value.facet)) return;
    if (is_wanted(value, request, *overview)) values.push_back(value);
  });
  if (!visited) return std::move(visited).error();
  std::sort(values.begin(), values.end(), [&](const FacetDetails& a, const FacetDetails& b) {
    const std::uint64_t many = overview->articles(a.facet), more = overview->articles(b.facet);
    if (request.order == ListOrder::kArticles && many != more) return many > more;
    return a.name != b.name ? a.name < b.name : a.facet < b.facet;
  });
  EntityListing listing{.total = values.size(), .rows = {}};
  if (request.limit != 0) values.resize(std::min<std::size_t>(values.size(), request.limit));
  for (FacetDetails& value : values) {
    auto row = row_of(catalog, *overview, std::move(value));
    if (!row) return std::move(row).error();
    listing.rows.push_back(std::move(*row));
  }
  return listing;
}

Result<EntityFacts> entity_facts(const Catalog& catalog, FacetId facet) {
  const auto overview = Overview::make(catalog);
  if (!overview) return overview.error();
  auto details = catalog.facet_details(facet);
  if (!details) return std::move(details).error();
  if (!*details) return Error{.code = ErrorCode::kNotFound, .message = "there is no such entity"};
  auto row = row_of(catalog, *overview, std::move(**details));
  if (!row) return std::move(row).error();
  EntityFacts facts{.row = std::move(*row), .values = {}, .written = {}, .corrections = {}};
  std::unordered_set<NameId> names;
  std::vector<FacetId> values = overview->merged_into(facet);
  values.insert(values.begin(), facet);
  for (const FacetId value : values) {
    auto own = catalog.own_name_of(value);
    if (!own) return std::move(own).error();
    std::uint64_t articles = overview->articles(value);
    if (value == facet && values.size() > 1) {
      articles = 0;
      auto counted = catalog.visit_article_facets([&](ArticleId, std::span<const FacetId> facets) {
        articles += std::binary_search(facets.begin(), facets.end(), facet) ? 1 : 0;
      });
      if (!counted) return std::move(counted).error();
    }
    names.insert(name_id(kind_of(value), *own));
    facts.values.emplace_back(EntityName{kind_of(value), std::move(*own)}, articles);
  }
  auto written = written_forms(catalog, *overview, facet);
  if (!written) return std::move(written).error();
  facts.written = std::move(*written);
  auto journal = catalog.corrections();
  if (!journal) return std::move(journal).error();
  std::copy_if(journal->begin(), journal->end(), std::back_inserter(facts.corrections),
               [&](const Correction& correction) { return concerns(correction, names); });
  return facts;
}

}  // namespace dateline
