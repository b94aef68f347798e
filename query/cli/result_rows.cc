// Which columns there are. Scripts read them by name: add new ones at the end.
#include "query/cli/result_rows.h"

#include <cstdio>

namespace dateline::cli {
namespace {

std::string number(std::uint64_t value) {
  return std::to_string(value);
}
std::string flag(bool value) {
  return value ? "true" : "false";
}

std::string score(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

}  // namespace

Rows rows_of_hits(const api::Results& results) {
  Rows all;
  all.columns = {{"rank", CellKind::kNumber},
                 {"title"},
                 {"published"},
                 {"source"},
                 {"id"},
                 {"url"},
                 {"path"},
                 {"score", CellKind::kNumber},
                 {"versions", CellKind::kNumber},
                 {"snippet"}};
  for (const api::Hit hit : results.hits()) {
    all.rows.push_back({number(hit.rank()), std::string(hit.title()), std::string(hit.published()),
                        std::string(hit.source()), std::string(hit.id()), std::string(hit.url()),
                        std::string(hit.path()), score(hit.score()), number(hit.versions()),
                        std::string(hit.snippet())});
  }
  return all;
}

Rows rows_of_facets(const api::Results& results) {
  Rows all;
  all.columns = {{"facet"},
                 {"name"},
                 {"count", CellKind::kNumber},
                 {"id"},
                 {"selected", CellKind::kFlag},
                 {"exact", CellKind::kFlag}};
  for (const api::Facet facet : results.facets()) {
    for (const api::FacetValue value : facet.values()) {
      all.rows.push_back({std::string(facet.name()), std::string(value.name), number(value.articles),
                          std::string(value.id), flag(value.selected), flag(facet.exact())});
    }
  }
  return all;
}

Rows rows_of_mentions(const api::Mentions& mentions) {
  Rows all;
  all.columns = {{"sentence"},
                 {"text"},
                 {"title"},
                 {"published"},
                 {"source"},
                 {"id"},
                 {"url"},
                 {"begin", CellKind::kNumber},
                 {"end", CellKind::kNumber},
                 {"in_title", CellKind::kFlag}};
  for (const api::Citation citation : mentions.citations()) {
    all.rows.push_back({std::string(citation.sentence()), std::string(citation.text()), std::string(citation.title()),
                        std::string(citation.published()), std::string(citation.source()), std::string(citation.id()),
                        std::string(citation.url()), number(citation.span().begin), number(citation.span().end),
                        flag(citation.in_title())});
  }
  return all;
}

}  // namespace dateline::cli
