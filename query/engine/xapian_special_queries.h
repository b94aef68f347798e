// Queries of what is more than words and names: patterns, words near each other, things in one sentence, lengths, what
// an article has.
#pragma once

#include "query/engine/xapian_compile.h"

namespace dateline {

// Words of the archive that match. W terms have wdf 0, so BM25 gives nothing for them: they only say what matches, and
// the stems of these words say how much it weighs, all of them together as one word (OP_SYNONYM), so that a pattern of
// a thousand rare words does not outweigh a word beside it. `weighs`: false for what is excluded. Nobody asks for its
// weight, and below the right side of an AND_NOT Xapian 1.4.22 decides by memory that it never wrote whether an
// AND_MAYBE is an AND.
Xapian::Query pattern_query(const QueryNode& node, const ResolvedFields& fields, const CompileContext& context,
                            bool weighs);

Xapian::Query near_query(const QueryNode& node, const WordFormMaker& forms, const CompileContext& context);

// `parts`: the children, compiled.
Xapian::Query together_query(const QueryNode& node, const std::vector<Xapian::Query>& parts, const WordFormMaker& forms,
                             const ResolvedFields& fields, const CompileContext& context);

Xapian::Query length_query(const QueryNode& node, const CompileContext& context);
Xapian::Query has_query(const QueryNode& node, const ResolvedFields& fields, const CompileContext& context);

// With the node's boost. What has no weight of its own (names, dates, lengths …) is given as much as the boost says.
Xapian::Query boosted(const Xapian::Query& query, const QueryNode& node);

}  // namespace dateline
