// The evidence: every place that names an entity, article by article.
#pragma once

#include <string>
#include <vector>

#include "query/engine/entity_articles.h"
#include "query/engine/entity_choice.h"
#include "query/engine/evidence.h"
#include "query/parser/query_tree.h"

namespace dateline {

struct MentionRequest {
  EntityAsk entity;
  std::string text = {};  // only in articles that match this query; "" or "*": in all
  MatchMode match = MatchMode::kAll;
  SortOrder sort = SortOrder::kNewest;  // of the articles; kRelevance as in a search
  std::uint64_t offset = 0;             // mentions to pass over
  std::uint64_t limit = 20;             // mentions wanted; 0 counts only
};

struct MentionList {
  EntityChoice choice;  // where nobody is chosen, the rest is empty
  std::string query_text, parsed;
  std::uint64_t mentions = 0;         // in all
  std::uint64_t articles = 0;         // that match and name the entity
  std::uint64_t articles_tagged = 0;  // of them: only their publisher names it, in no place of the text
  std::uint64_t offset = 0, limit = 0;
  std::vector<Citation> citations;  // within an article in its order, the title first
  std::vector<std::string> notes;
  double took_ms = 0;
};

// Fills all but took_ms; `out.choice` has chosen somebody.
Result<void> fill_mentions(const EntityReader& reader, const MentionRequest& request, const QueryNode& tree,
                           MentionList& out);

}  // namespace dateline
