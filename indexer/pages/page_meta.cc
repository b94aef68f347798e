// <meta> and its like: a table of names that are used for the same fact, the most trusted first.
#include <algorithm>
#include <iterator>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/pages/name_table.h"
#include "indexer/pages/page_facts.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using FactList = std::vector<PageFact> PageFacts::*;

// Of property, name, itemprop or http-equiv, in lower case.
constexpr NamedValue<FactList> kNames[] = {
    {"og:title", &PageFacts::titles},
    {"twitter:title", &PageFacts::titles},
    {"dc.title", &PageFacts::titles},
    {"dcterms.title", &PageFacts::titles},
    {"headline", &PageFacts::titles},
    {"sailthru.title", &PageFacts::titles},
    {"parsely-title", &PageFacts::titles},
    {"title", &PageFacts::titles},
    {"article:published_time", &PageFacts::published},
    {"og:article:published_time", &PageFacts::published},
    {"og:published_time", &PageFacts::published},
    {"article:published", &PageFacts::published},
    {"datepublished", &PageFacts::published},
    {"parsely-pub-date", &PageFacts::published},
    {"sailthru.date", &PageFacts::published},
    {"cxenseparse:recs:publishtime", &PageFacts::published},
    {"dcterms.created", &PageFacts::published},
    {"dc.date.created", &PageFacts::published},
    {"dc.date.issued", &PageFacts::published},
    {"dcterms.date", &PageFacts::published},
    {"dcterms.issued", &PageFacts::published},
    {"dc.date", &PageFacts::published},
    {"dc.date.published", &PageFacts::published},
    {"bt:pubdate", &PageFacts::published},
    {"pubdate", &PageFacts::published},
    {"publishdate", &PageFacts::published},
    {"publish-date", &PageFacts::published},
    {"publish_date", &PageFacts::published},
    {"published_date", &PageFacts::published},
    {"published-date", &PageFacts::published},
    {"publication_date", &PageFacts::published},
    {"publication-date", &PageFacts::published},
    {"citation_publication_date", &PageFacts::published},
    {"citation_date", &PageFacts::published},
    {"prism.publicationdate", &PageFacts::published},
    {"displaydate", &PageFacts::published},
    {"originalpublicationdate", &PageFacts::published},
    {"article.published", &PageFacts::published},
    {"article_date_original", &PageFacts::published},
    {"date_published", &PageFacts::published},
    {"created", &PageFacts::published},
    {"date", &PageFacts::published},
    {"author", &PageFacts::authors},
    {"article:author", &PageFacts::authors},
    {"parsely-author", &PageFacts::authors},
    {"sailthru.author", &PageFacts::authors},
    {"dc.creator", &PageFacts::authors},
    {"dcterms.creator", &PageFacts::authors},
    {"citation_author", &PageFacts::authors},
    {"byl", &PageFacts::authors},
    {"dcsext.author", &PageFacts::authors},
    {"cxenseparse:author", &PageFacts::authors},
    {"og:site_name", &PageFacts::sources},
    {"application-name", &PageFacts::sources},
    {"dc.publisher", &PageFacts::sources},
    {"publisher", &PageFacts::sources},
    {"og:description", &PageFacts::descriptions},
    {"description", &PageFacts::descriptions},
    {"og:url", &PageFacts::urls},
    {"og:locale", &PageFacts::languages},
    {"content-language", &PageFacts::languages},
    {"language", &PageFacts::languages},
    {"article:section", &PageFacts::sections},
    {"og:section", &PageFacts::sections},
    {"parsely-section", &PageFacts::sections},
};

constexpr NameTable<FactList, std::size(kNames)> kNameTable(kNames);

// A value and the rank of its name in the table; facts are sorted by it in the end.
struct Ranked {
  std::size_t rank;
  PageFact fact;
};

void add_meta(const PageTree& tree, PageIndex at, std::vector<Ranked>& found) {
  const std::string value = normalize_line(tree.attribute(at, PageAttributeName::kContent));
  if (value.empty()) return;
  for (const PageAttributeName attribute : {PageAttributeName::kProperty, PageAttributeName::kName,
                                            PageAttributeName::kItemprop, PageAttributeName::kHttpEquiv}) {
    const std::string name = to_lower_ascii(tree.attribute(at, attribute));
    const auto* const row = kNameTable.find_row(name, hash_of_name(name));
    if (row != nullptr) found.push_back({static_cast<std::size_t>(row - std::begin(kNames)), {value, row->name}});
  }
}

bool has_rel(std::string_view rel, std::string_view wanted) {
  const auto words = split(rel, ' ');
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return equals_ignoring_case(word, wanted); });
}

}  // namespace

bool is_fact_name(std::string_view name) {
  return kNameTable.find_row(name, hash_of_name(name)) != nullptr;
}

void read_meta(const PageTree& tree, PageFacts& facts) {
  std::vector<Ranked> found;
  PageFact title{{}, "title"};
  for (PageIndex at = 0; at < tree.nodes.size(); ++at) {
    switch (tree.nodes[at].tag) {
      case PageTag::kMeta:
        add_meta(tree, at, found);
        break;
      case PageTag::kLink:
        if (has_rel(tree.attribute(at, PageAttributeName::kRel), "canonical"))
          facts.urls.push_back({normalize_line(tree.attribute(at, PageAttributeName::kHref)), "canonical"});
        break;
      case PageTag::kHtml:
        if (auto lang = tree.attribute(at, PageAttributeName::kLang); !lang.empty())
          facts.languages.push_back({std::string(lang), "html lang"});
        break;
      case PageTag::kTitle:
        if (title.value.empty()) title.value = normalize_line(tree.text_of(at));
        break;
      default:
        break;
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  for (Ranked& each : found) (facts.*kNames[each.rank].value).push_back(std::move(each.fact));
  if (!title.value.empty()) facts.titles.push_back(std::move(title));
}

}  // namespace dateline
