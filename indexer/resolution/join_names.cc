// Pairs are joined the surest first, never against what is known to be apart.
#include "indexer/resolution/join_names.h"

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

constexpr double kLikelyCompany = 0.4;   // of the rarer name's articles: "Haniya" is "Haniyeh"
constexpr double kTogether = 0.2;        // so often in one article: two of a kind
constexpr std::uint64_t kAmbiguous = 4;  // a second one with more than a quarter of the first one's articles

constexpr std::size_t kMostPartners = 64;  // that one name is compared with

struct Edge {
  NameRelation relation;
  std::size_t known, rarer;
};

class Joiner {
 public:
  Joiner(ValueTable& values, const Pairs& candidates,
         const std::function<NameRelation(std::size_t, std::size_t)>& compare)
      : values_(values), compare_(compare), clusters_(values.size()) {
    for (const auto& [a, b] : candidates) {
      const NameRelation relation = compare(a, b);
      any_apart_ = any_apart_ || relation == NameRelation::kApart;
      if (relation != NameRelation::kSame && relation != NameRelation::kLikely) continue;
      const bool a_first = values.is_better_known(a, b);
      edges_.push_back({relation, a_first ? a : b, a_first ? b : a});
      neighbours_[a].push_back(b);
      neighbours_[b].push_back(a);
    }
    for (auto& [value, others] : neighbours_) {
      std::sort(others.begin(), others.end(),
                [&](std::size_t a, std::size_t b) { return values.is_better_known(a, b); });
      if (others.size() > kMostPartners) others.resize(kMostPartners);
    }
    const auto rank = [&](const Edge& edge) {
      return std::tuple(edge.relation, ~values_[edge.known].articles, ~values_[edge.rarer].articles, edge.known,
                        edge.rarer);
    };
    std::sort(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) { return rank(a) < rank(b); });
  }

  Clusters run() {
    join_corrected();
    for (const Edge& edge : edges_) {
      if (values_[edge.known].corrected != 0 && values_[edge.rarer].corrected != 0) continue;
      if (is_ambiguous(edge.known, edge.rarer) || is_ambiguous(edge.rarer, edge.known) || !articles_agree(edge))
        continue;
      clusters_.join(edge.known, edge.rarer, [&](std::size_t a, std::size_t b) { return are_apart(a, b); });
    }
    return std::move(clusters_);
  }

 private:
  [[nodiscard]] bool are_apart(std::size_t a, std::size_t b) const { return compare_(a, b) == NameRelation::kApart; }

  void join_corrected() {
    std::map<FacetId, std::size_t> by_facet;
    for (std::size_t i = 0; i < values_.size(); ++i) by_facet[values_[i].facet] = i;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const auto target = by_facet.find(values_[i].corrected);
      if (target != by_facet.end()) clusters_.join(i, target->second, [](std::size_t, std::size_t) { return false; });
    }
  }

  // "George Bush" may be "George W. Bush" and "George H. W. Bush": nobody, unless one is much better known.
  bool is_ambiguous(std::size_t one, std::size_t other) {
    if (!any_apart_) return false;
    const std::vector<std::size_t>& third = neighbours_[one];
    return std::any_of(third.begin(), third.end(), [&](std::size_t value) {
      return value != other && are_apart(value, other) &&
             std::uint64_t{values_[value].articles} * kAmbiguous > values_[other].articles;
    });
  }

  bool articles_agree(const Edge& edge) {
    const std::vector<DocumentFacts>& rarer = values_.documents(edge.rarer);
    const FacetId known = values_[edge.known].facet;
    const auto together = std::count_if(rarer.begin(), rarer.end(), [&](const DocumentFacts& document) {
      return std::binary_search(document.entities.begin(), document.entities.end(), known);
    });
    if (static_cast<double>(together) > kTogether * static_cast<double>(rarer.size())) return false;
    return edge.relation == NameRelation::kSame ||
           shared_company(rarer, values_.documents(edge.known), values_.facets()) >= kLikelyCompany;
  }

  ValueTable& values_;
  const std::function<NameRelation(std::size_t, std::size_t)>& compare_;
  Clusters clusters_;
  std::vector<Edge> edges_;
  std::map<std::size_t, std::vector<std::size_t>> neighbours_;  // the best known ones
  bool any_apart_ = false;
};

}  // namespace

ValueTable::ValueTable(std::vector<NamedValue> values, const DocumentsOf& documents_of)
    : documents_of_(documents_of), values_(std::move(values)) {
  std::sort(values_.begin(), values_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  for (const NamedValue& value : values_) facets_.push_back(value.facet);
  std::sort(facets_.begin(), facets_.end());
}

const std::vector<DocumentFacts>& ValueTable::documents(std::size_t i) {
  const auto known = documents_.find(i);
  return known != documents_.end() ? known->second
                                   : documents_.emplace(i, documents_of_(values_[i].facet)).first->second;
}

bool ValueTable::is_better_known(std::size_t a, std::size_t b) const {
  return std::tuple(~values_[a].articles, a) < std::tuple(~values_[b].articles, b);
}

void add_pairs(const ValueTable& values, std::vector<std::size_t> some, Pairs& pairs) {
  std::sort(some.begin(), some.end(), [&](std::size_t a, std::size_t b) { return values.is_better_known(a, b); });
  for (std::size_t i = 0; i < some.size(); ++i) {
    for (std::size_t j = 0; j < std::min(i, kMostPartners); ++j) pairs.emplace_back(std::minmax(some[i], some[j]));
  }
}

Clusters join_names(ValueTable& values, Pairs candidates,
                    const std::function<NameRelation(std::size_t, std::size_t)>& compare) {
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return Joiner(values, candidates, compare).run();
}

std::size_t main_of(const ValueTable& values, const std::vector<std::size_t>& members) {
  return *std::min_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
    const bool a_corrected = values[a].corrected != 0, b_corrected = values[b].corrected != 0;
    return a_corrected != b_corrected ? b_corrected : values.is_better_known(a, b);
  });
}

}  // namespace dateline
