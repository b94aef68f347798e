// What the formatters print, as plain values: they can be made from the library's answers, and by hand in tests.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <string>
#include <vector>

#include "query/cli/display_text.h"

namespace dateline::cli {

struct FacetValueView {
  std::string name;
  std::uint64_t count = 0;
  bool selected = false;
  bool excluded = false;
  std::string label = {};  // what it is called at the prompt: "p1"
};

struct FacetView {
  std::string name;  // "person", …, "date"
  bool exact = true;
  std::uint64_t distinct = 0;
  std::vector<FacetValueView> values;
};

struct HitView {
  std::uint64_t rank = 0;
  std::string id, title;
  bool title_made = false;
  std::string published, source;
  std::string snippet;
  std::vector<MarkedSpan> highlights;
  std::uint64_t versions = 0;        // other matching near copies
  std::vector<TaggedSpan> entities;  // tag: dateline_kind + 1
};

struct VersionView {
  std::string id, published, source;
};

struct ResultsView {
  std::uint64_t matched = 0;
  bool exact = true;
  std::uint64_t offset = 0;
  double took_ms = 0;
  std::vector<HitView> hits;
  std::vector<FacetView> facets;
  std::string suggestion;
  std::string corrected;  // a query text to try
  std::vector<std::string> notes;
};

struct ArticleView {
  std::string id, title;
  bool title_made = false;
  std::string published, source, url, path, dateline, language, section, caption, text;
  std::uint64_t record = 0;
  std::uint64_t words = 0;
  std::vector<std::string> authors, contributors;
  std::vector<FacetView> entities;     // by kind; counts are mentions
  std::vector<std::string> addresses;  // other places where it is to be found
  std::vector<VersionView> versions;   // near copies
};

FacetView view_of(const api::Facet& facet);
ResultsView view_of(const api::Results& results);
ArticleView view_of(const api::Article& article);

}  // namespace dateline::cli
