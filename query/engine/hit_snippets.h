// The snippet of a hit with what is marked in it: words of the query, the names that it asks for, entities.
#pragma once

#include <vector>

#include "query/engine/search_run.h"
#include "query/engine/snippet.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// For the hits of one page. References must outlive it.
class HitSnippets {
 public:
  HitSnippets(const SearchInput& input, const std::vector<HighlightForm>& forms, Stemmer& stemmer);
  // Fills the snippet, and the marks of entities where the request wants them.
  void add_to(Hit& hit, const StoredArticle& stored);

 private:
  void find_names(const StoredArticle& stored);
  void find_entities(const StoredArticle& stored);

  const SearchInput& input_;
  SnippetMaker maker_;
  std::vector<std::vector<FacetId>> asked_;  // the ids of each name that the query asks for, ascending
  std::vector<Match> names_;
  std::vector<EntityMark> entities_;
};

// The entities that an article must have or may have by the query and its filters: for each name the ids that it stands
// for, as articles have them, ascending. What is excluded is not among them.
std::vector<std::vector<FacetId>> entities_asked_for(const QueryNode& tree, const ResolvedFields& fields);

}  // namespace dateline
