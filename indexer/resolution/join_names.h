// Which values are one, from how their names compare and, where names do not decide, from their articles.
#pragma once

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "indexer/resolution/article_evidence.h"
#include "indexer/resolution/clusters.h"
#include "indexer/resolution/person_name.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct NamedValue {
  FacetId facet = 0;
  std::string key;             // of its own name
  std::uint32_t articles = 0;  // that name it so
  FacetId corrected = 0;       // whom people say it is; 0: they did not say
  // Names of one word by which articles called it, where its own name belongs elsewhere ("deng": Deng Xiaoping). Such a
  // guest can be meant by those names, and nothing else is decided of it.
  std::vector<std::string> called = {};
};

// The articles of a value, asked for only where names and counts do not decide.
using DocumentsOf = std::function<std::vector<DocumentFacts>(FacetId)>;

// Values in the order of their keys: ids tell who came first and must not matter.
class ValueTable {
 public:
  ValueTable(std::vector<NamedValue> values, const DocumentsOf& documents_of);
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] const NamedValue& operator[](std::size_t i) const { return values_[i]; }
  [[nodiscard]] const std::vector<FacetId>& facets() const { return facets_; }  // ascending
  const std::vector<DocumentFacts>& documents(std::size_t i);
  // Whether value a has more articles than b, or the same number and the first key.
  [[nodiscard]] bool is_better_known(std::size_t a, std::size_t b) const;

 private:
  const DocumentsOf& documents_of_;
  std::vector<NamedValue> values_;
  std::vector<FacetId> facets_;
  std::map<std::size_t, std::vector<DocumentFacts>> documents_;
};

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;  // first < second; may be there twice

// Adds the pairs among `some`. Of very many, each is paired with the best known ones only: the work stays linear.
void add_pairs(const ValueTable& values, std::vector<std::size_t> some, Pairs& pairs);

// Those of `candidates` that `compare` finds to be one and their articles do not speak against.
Clusters join_names(ValueTable& values, Pairs candidates,
                    const std::function<NameRelation(std::size_t, std::size_t)>& compare);

// By whom the others of a cluster are counted: the best known one that nobody corrected.
std::size_t main_of(const ValueTable& values, const std::vector<std::size_t>& members);

}  // namespace dateline
