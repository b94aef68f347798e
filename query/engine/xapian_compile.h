// QueryTree + resolved names → Xapian::Query. Which words an article must have, what weighs and what only filters is
// decided here.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include <xapian.h>

#include "query/engine/match_control.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"
#include "query/engine/word_expansion.h"
#include "query/engine/word_forms.h"
#include "query/parser/query_tree.h"
#include "shared/columns/column.h"
#include "shared/columns/lexicon.h"

namespace dateline {

struct CompileContext {
  const Xapian::Database& database;
  const LexiconReader& lexicon;
  std::shared_ptr<const ColumnReader> tokens, facets;
  Stemmer& stemmer;
  Expansions expansions = {};                                                // of all patterns of the tree
  std::shared_ptr<MatchControl> control = std::make_shared<MatchControl>();  // of all matches of the query
  MatchMode match = MatchMode::kAll;
};

// May throw Xapian::Error. The query holds filters that keep state and refer to the tree and the
// fields: use it in one thread, while these are there.
Xapian::Query compile_query(const QueryNode& tree, const ResolvedFields& fields, const CompileContext& context);

Xapian::Query any_facet_query(const std::vector<FacetId>& ids);  // matches nothing where there are none
// Articles whose whole period (a day, a month …) lies inside.
Xapian::Query date_query(const DayRange& days, const CompileContext& context);

}  // namespace dateline
