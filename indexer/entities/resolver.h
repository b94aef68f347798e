// Spans → entities of the article: which spans mean the same person, place or organization, and what it is called.
// Knows nothing of how the spans were found.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/name_span.h"
#include "indexer/entities/vocabulary.h"
#include "shared/base/article.h"

namespace dateline {

struct KnownEntity;

struct ResolverInput {
  std::string_view title, text;
  const std::vector<NameSpan>& spans;     // in order, title first
  const std::vector<KnownEntity>& known;  // the user's list, which spans may point into
  Vocabulary& vocabulary;
};

// Near-linear time. Entities in the order of their first mention.
std::vector<ArticleEntity> resolve_entities(const ResolverInput& input);

}  // namespace dateline
