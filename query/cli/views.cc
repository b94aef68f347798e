// The library's answers → views.
#include "query/cli/views.h"

#include <algorithm>
#include <array>

namespace dateline::cli {
namespace {

HitView view_of(const api::Hit& hit) {
  HitView view;
  view.rank = hit.rank();
  view.id = hit.id();
  view.title = hit.title();
  view.title_made = hit.title_made();
  view.published = hit.published();
  view.source = hit.source();
  view.snippet = hit.snippet();
  view.versions = hit.versions();
  for (const api::Span span : hit.highlights()) view.highlights.push_back({span.begin, span.end});
  for (const api::Hit::EntityMark mark : hit.entity_marks()) {
    view.entities.push_back({{mark.span.begin, mark.span.end}, static_cast<std::uint8_t>(mark.kind + 1)});
  }
  return view;
}

FacetView entities_of(const api::Article& article, dateline_kind kind, std::string_view name) {
  FacetView view;
  view.name = name;
  for (const api::Entity entity : article.entities()) {
    if (entity.kind() == kind) view.values.push_back({std::string(entity.name()), entity.mentions().size(), false});
  }
  view.distinct = view.values.size();
  std::stable_sort(view.values.begin(), view.values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return view;
}

// "https://example.org/b (/news/b.html)"; what is said twice is said once.
std::string address_text(const api::Address& address) {
  std::string file = address.path == "-" ? "standard input" : std::string(address.path);
  if (address.record != 0) file += ", record " + with_thousands(address.record);
  return address.id == address.path || address.id == file ? file : std::string(address.id) + " (" + file + ")";
}

template <class List>
std::vector<std::string> strings_of(const List& list) {
  std::vector<std::string> all;
  for (const std::string_view one : list) all.emplace_back(one);
  return all;
}

}  // namespace

FacetView view_of(const api::Facet& facet) {
  FacetView view;
  view.name = facet.name();
  view.exact = facet.exact();
  view.distinct = facet.distinct();
  for (const api::FacetValue value : facet.values()) {
    view.values.push_back({std::string(value.name), value.articles, value.selected, value.excluded});
  }
  return view;
}

ResultsView view_of(const api::Results& results) {
  ResultsView view;
  view.matched = results.matched();
  view.exact = results.exact();
  view.offset = results.offset();
  view.took_ms = results.took_ms();
  for (const api::Hit hit : results.hits()) view.hits.push_back(view_of(hit));
  for (const api::Facet facet : results.facets()) view.facets.push_back(view_of(facet));
  view.suggestion = results.suggestion();
  view.corrected = results.corrected();
  view.notes = strings_of(results.notes());
  return view;
}

ArticleView view_of(const api::Article& article) {
  ArticleView view;
  view.id = article.id();
  view.title = article.title();
  view.title_made = article.title_made();
  view.published = article.published();
  view.source = article.source();
  view.url = article.url();
  view.path = article.path();
  view.record = article.record();
  view.dateline = article.dateline();
  view.language = article.language();
  view.section = article.section();
  view.caption = article.caption();
  view.text = article.text();
  view.words = article.words();
  for (const api::Address address : article.addresses()) {
    if (address.id == view.id && address.path == view.path && address.record == view.record) continue;
    view.addresses.push_back(address_text(address));
  }
  for (const api::Version version : article.versions()) {
    view.versions.push_back({std::string(version.id), std::string(version.published), std::string(version.source)});
  }
  view.authors = strings_of(article.authors());
  view.contributors = strings_of(article.contributors());
  view.entities = {entities_of(article, DATELINE_PERSON, "person"), entities_of(article, DATELINE_PLACE, "place"),
                   entities_of(article, DATELINE_ORGANIZATION, "organization")};
  return view;
}

}  // namespace dateline::cli
