// The smaller cluster moves into the larger one.
#include "indexer/resolution/clusters.h"

#include <numeric>
#include <utility>

namespace dateline {

namespace {

// Nothing has more names; all members of two clusters are compared before they become one.
constexpr std::size_t kLargest = 200;

}  // namespace

Clusters::Clusters(std::size_t size) : cluster_(size), members_(size) {
  std::iota(cluster_.begin(), cluster_.end(), std::size_t{0});
  for (std::size_t i = 0; i < size; ++i) members_[i].push_back(i);
}

bool Clusters::join(std::size_t a, std::size_t b,
                    const std::function<bool(std::size_t, std::size_t)>& must_stay_apart) {
  std::size_t into = cluster_[a], from = cluster_[b];
  if (into == from) return true;
  if (members_[into].size() + members_[from].size() > kLargest) return false;
  for (const std::size_t one : members_[into]) {
    for (const std::size_t other : members_[from]) {
      if (must_stay_apart(one, other)) return false;
    }
  }
  if (members_[into].size() < members_[from].size()) std::swap(into, from);
  for (const std::size_t value : members_[from]) {
    cluster_[value] = into;
    members_[into].push_back(value);
  }
  members_[from].clear();
  return true;
}

}  // namespace dateline
