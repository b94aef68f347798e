// Counts → values that can be shown.
#include "query/engine/typical_values.h"

#include <algorithm>

#include "query/engine/topic_words.h"
#include "query/engine/written_words.h"
#include "shared/text/tokenizer.h"

namespace dateline {

std::vector<ValueCount> name_counts(const FacetCounter& here, const FacetCounter& there, FacetKind kind) {
  std::vector<ValueCount> counts;
  for (const CountedValue& value : here.top(kind, 0)) {
    if (value.count < kLeastTypical) break;  // they fall
    counts.push_back({.value = value.facet, .here = value.count, .there = there.count_of(value.facet)});
  }
  return counts;
}

std::vector<ValueCount> typical_stems(const EntityReader& reader, const WordCounter& here, const WordCounter& there,
                                      std::size_t limit) {
  std::vector<ValueCount> counts;
  for (std::uint32_t stem = 0; stem < here.end(); ++stem) {
    const std::uint32_t count = here.count_of(stem);
    if (count >= kLeastTypical) counts.push_back({.value = stem, .here = count, .there = there.count_of(stem)});
  }
  keep_typical(counts, {here.articles(), there.articles()}, 0);
  const TopicWords topics(reader.stemmer, *reader.snapshot.columns.lexicon);
  std::erase_if(counts, [&](const ValueCount& count) { return !topics.has_topic(count.value); });
  if (limit != 0 && counts.size() > limit) counts.resize(limit);
  return counts;
}

Result<std::vector<TypicalValue>> with_names(const Catalog& catalog, std::span<const ValueCount> values) {
  std::vector<FacetId> ids;
  for (const ValueCount& value : values) ids.push_back(value.value);
  const auto names = catalog.names_of(ids);
  if (!names) return names.error();
  std::vector<TypicalValue> out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    out.push_back({.kind = kind_of(ids[i]),
                   .id = std::to_string(ids[i]),
                   .name = (*names)[i].name,
                   .here = values[i].here,
                   .there = values[i].there,
                   .score = values[i].score});
  }
  return out;
}

Result<std::vector<TypicalValue>> as_written(const EntityReader& reader, std::span<const ValueCount> stems,
                                             const DocidList& from) {
  std::vector<std::uint32_t> ids;
  for (const ValueCount& stem : stems) ids.push_back(stem.value);
  const auto words = written_words(reader, ids, from);
  if (!words) return words.error();
  std::vector<TypicalValue> out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    out.push_back({.kind = std::nullopt,
                   .id = {},
                   .name = (*words)[i],
                   .here = stems[i].here,
                   .there = stems[i].there,
                   .score = stems[i].score});
  }
  return out;
}

std::vector<std::uint32_t> stems_of_names(const EntityReader& reader, std::span<const TypicalValue> names) {
  std::vector<std::uint32_t> stems;
  for (const TypicalValue& value : names) {
    Tokenizer tokenizer(value.name);
    for (Token token; tokenizer.next(token);) {
      const auto id = reader.snapshot.columns.lexicon->find(reader.stemmer.stem(token.folded));
      if (id) stems.push_back(*id);
    }
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

}  // namespace dateline
