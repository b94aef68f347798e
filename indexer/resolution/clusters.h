// Puts values together that are one, and never two that must stay apart.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace dateline {

class Clusters {
 public:
  explicit Clusters(std::size_t size);
  [[nodiscard]] std::size_t of(std::size_t value) const { return cluster_[value]; }
  [[nodiscard]] const std::vector<std::size_t>& members(std::size_t cluster) const { return members_[cluster]; }
  // Unless a member of one must stay apart from a member of the other, or they are too many.
  bool join(std::size_t a, std::size_t b, const std::function<bool(std::size_t, std::size_t)>& must_stay_apart);

 private:
  std::vector<std::size_t> cluster_;               // value → cluster, named by one of its members
  std::vector<std::vector<std::size_t>> members_;  // by cluster
};

}  // namespace dateline
