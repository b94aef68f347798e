// What a peak is about: names and words that its articles have more often than the query's other articles, and the
// headlines that have most of these. Knows no Xapian.
#pragma once

#include "query/engine/analysis.h"
#include "query/engine/entity_articles.h"
#include "query/engine/facet_counter.h"
#include "query/engine/typical.h"
#include "query/engine/word_counter.h"

namespace dateline {

// For the peaks of one query; counts all its matches once. References must outlive it.
class PeakExplainer {
 public:
  PeakExplainer(const EntityReader& reader, const DocidList& matches);
  // Fills names, words and headlines. `documents`: those of the matches that are in the peak.
  Result<void> explain(const DocidList& documents, TimelinePeak& peak);

 private:
  [[nodiscard]] std::vector<ValueCount> names_of(const DocidList& documents) const;
  [[nodiscard]] std::vector<ValueCount> stems_of(const DocidList& documents) const;
  Result<void> choose_headlines(const DocidList& documents, const std::vector<ValueCount>& names,
                                const std::vector<ValueCount>& stems, TimelinePeak& peak) const;

  const EntityReader& reader_;
  const DocidList& matches_;
  FacetCounter all_names_;
  DocidList read_;  // the matches whose words were counted
  WordCounter all_words_;
};

}  // namespace dateline
