// Names and words that one group of articles has more often than another. Knows no Xapian.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/engine/analysis.h"
#include "query/engine/entity_articles.h"
#include "query/engine/facet_counter.h"
#include "query/engine/typical.h"
#include "query/engine/word_counter.h"

namespace dateline {

// What occurs `here` at all; `there` is the other group.
std::vector<ValueCount> name_counts(const FacetCounter& here, const FacetCounter& there, FacetKind kind);

// The typical stems of `here` that have a topic, the `limit` (0: all) most typical first.
std::vector<ValueCount> typical_stems(const EntityReader& reader, const WordCounter& here, const WordCounter& there,
                                      std::size_t limit);

// With their names and kinds, in the same order.
Result<std::vector<TypicalValue>> with_names(const Catalog& catalog, std::span<const ValueCount> values);

// Stems as articles write them, in the same order: the most frequent form in those of `from` that have most of them.
Result<std::vector<TypicalValue>> as_written(const EntityReader& reader, std::span<const ValueCount> stems,
                                             const DocidList& from);

// The stems of these names' words, ascending: words that would only say a name again.
std::vector<std::uint32_t> stems_of_names(const EntityReader& reader, std::span<const TypicalValue> names);

}  // namespace dateline
