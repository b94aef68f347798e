// What is behind the handles of dateline.h: the engine's values and their JSON. Made once, never changed: any number of
// threads may read them.
#pragma once

#include <dateline.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "query/engine/engine.h"

struct dateline_error {
  dateline::Error error;
};

struct dateline_archive {
  dateline::Engine engine;
};

struct dateline_hit {
  dateline::Hit hit;
};

struct dateline_facet {
  dateline::Facet facet;
  dateline_kind kind;
};

struct dateline_results {
  dateline::SearchResults results;  // its hits and facets have moved to the vectors below
  std::vector<dateline_hit> hits;
  std::vector<dateline_facet> facets;
  std::string json;
  mutable std::once_flag lines_asked;  // JSON Lines are made when the first thread asks for them
  mutable std::string json_lines;
};

struct dateline_entity {
  dateline::ViewedEntity entity;
  std::string id;
};

struct dateline_article {
  dateline::ArticleView view;
  std::vector<dateline_entity> entities;
  std::string json;
};
