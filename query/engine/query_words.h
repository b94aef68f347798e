// The words of a query in the order in which they were typed, for what ranks beyond the index: proximity and feedback.
// Conditions (fields, dates, what is excluded) have no words.
#pragma once

#include <string>
#include <vector>

#include "query/parser/query_tree.h"
#include "shared/text/stemmer.h"

namespace dateline {

struct QueryWord {
  std::string stem;
  bool stop = false;     // carries no topic; it only counts between others
  bool follows = false;  // the word before it stands right before it in the query
};

// Where a query has nothing but stop words, none counts as one.
std::vector<QueryWord> words_of_query(const QueryNode& tree, Stemmer& stemmer);

}  // namespace dateline
