// Random choices that a seed repeats.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace dateline::testing {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

 private:
  std::mt19937 random_;
};

}  // namespace dateline::testing
