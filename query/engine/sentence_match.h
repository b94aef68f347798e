// Whether an article has a sentence with all that together(…) asks for. Knows the article, no index.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "query/engine/facet_remap.h"
#include "query/engine/word_forms.h"
#include "query/parser/query_tree.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// References must outlive it; nodes are known by their address.
struct SentenceRequest {
  const QueryNode& tree;  // kTogether
  const FacetRemap& remap;
  std::unordered_map<const QueryNode*, std::vector<WordForm>> forms;    // of words and phrases
  std::unordered_map<const QueryNode*, std::vector<FacetId>> entities;  // of names: ids that stand for themselves
  std::unordered_set<const QueryNode*> left_out;                        // stop words beside other words
};

// The title is a sentence. A name stands in a sentence where the article mentions the entity there, by whatever name;
// what only the publisher tagged stands in none. Linear in the text.
bool has_sentence(const StoredArticle& article, const SentenceRequest& request, Stemmer& stemmer);

}  // namespace dateline
