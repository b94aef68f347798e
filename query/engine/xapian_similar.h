// Articles like a given one: which, and how much. What `similar:ID` becomes in a query.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/engine/docid.h"
#include "query/engine/similar_article.h"
#include "query/engine/xapian_compile.h"

namespace dateline {

struct SimilarDocuments {
  DocidList documents;         // without the article itself
  std::vector<double> scores;  // of each
};

// The article is the query: its best words (similar_terms) weighed by BM25, and its entities by their rarity. An
// article is like it that scores at least kLeastSimilar of what it would score itself. Nothing where the index does not
// have the article. Linear in the postings of the words; exact. May throw Xapian::Error.
SimilarDocuments similar_documents(const SimilarArticle& like, const CompileContext& context);

// The same as a part of a query; its scores weigh as those of words do.
Xapian::Query similar_query(const SimilarArticle& like, const CompileContext& context);

}  // namespace dateline
