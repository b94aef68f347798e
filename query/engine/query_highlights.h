// What of a query can be shown in a text: the forms of its words and phrases, without what is excluded.
#pragma once

#include <vector>

#include "query/engine/word_expansion.h"
#include "query/engine/word_forms.h"
#include "query/parser/query_tree.h"

namespace dateline {

struct HighlightForm {
  WordForm stems;        // one after the other
  std::size_t unit = 0;  // which word or phrase of the query it belongs to
  bool as_written =
      false;  // `stems` is one word as articles write it (folded), and only this: what a pattern stands for
};

// Patterns are shown by the stems of their words, as far as these are known.
std::vector<HighlightForm> highlight_forms(const QueryNode& tree, const WordFormMaker& forms,
                                           const Expansions& expansions);

}  // namespace dateline
