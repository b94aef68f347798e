// How a query is understood, step by step, and what of it makes the score of a hit. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"

namespace dateline {

struct ExplainRequest {
  SearchRequest search;
  std::string hit = {};  // the key of the article whose score is explained; "": the first three hits
};

struct ExplainedToken {
  std::string kind;  // "word", "operator", …
  TextSpan span;     // of the query text
};

struct ExplainedPattern {
  std::string pattern;
  std::vector<std::string> words;  // that were searched, the most frequent first
  std::uint64_t matching = 0;      // words in all
};

struct ExplainedName {
  std::string asked;                  // "person:biden"
  std::vector<FacetName> stands_for;  // the first of them
  std::uint64_t fitting = 0;          // all of them
};

// A word, phrase or pattern of the query, and how much of the score it makes.
struct ScoreShare {
  std::string part;
  double score = 0;
};

struct ExplainedHit {
  std::string id, title;
  bool matches = false;
  double score = 0;                // as a search without --expand gives it
  std::vector<ScoreShare> shares;  // in the order of the query, then of what ranks beside words; they add up to score
};

struct Explanation {
  std::string query_text, parsed;
  std::vector<ExplainedToken> tokens;
  std::string index_query;  // what the index is asked
  std::vector<ExplainedPattern> patterns;
  std::vector<ExplainedName> names;
  std::uint64_t matched = 0;
  bool exact = true;
  std::vector<ExplainedHit> hits;
  std::vector<std::string> notes;
  double took_ms = 0;
};

// Fills all but texts, tokens and took_ms.
Result<void> fill_explanation(const ExplainRequest& request, const QueryNode& tree, const ResolvedFields& fields,
                              const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot, Explanation& out);

}  // namespace dateline
