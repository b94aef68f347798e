// The files of hits, each once, for xargs and the like.
#pragma once

#include <dateline.hpp>
#include <string>
#include <unordered_set>

namespace dateline::cli {

class PathFormat {
 public:
  explicit PathFormat(char end) : end_(end) {}  // '\n' or '\0'

  // A file of many articles comes with the first of its hits only. Articles that came from standard input have none.
  std::string print(const api::Results& results);

 private:
  char end_;
  std::unordered_set<std::string> printed_;
};

}  // namespace dateline::cli
