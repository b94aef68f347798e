// Spans → entities of the article: which spans mean the same person, place or organization, and what it is called.
// Knows nothing of how the spans were found.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/entity_tokens.h"
#include "indexer/entities/mention_finder.h"
#include "shared/base/article.h"

namespace dateline {

struct ResolverInput {
  std::string_view title, text;
  const Vocabulary& vocabulary;
  const std::vector<EntityToken>& tokens;
  const std::vector<Candidate>& candidates;  // in order
};

// Near-linear time. Entities in the order of their first mention.
std::vector<ArticleEntity> resolve_entities(const ResolverInput& input);

}  // namespace dateline
