// How often an entity is called what.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/article.h"

namespace dateline {

// A name as articles write it, white space aside.
struct WrittenName {
  std::string text;
  std::uint64_t articles = 0, mentions = 0;
};

class WrittenNames {
 public:
  void add(const Article& article, const std::vector<Mention>& mentions);
  // By falling number of mentions, then by name.
  [[nodiscard]] std::vector<WrittenName> sorted() const;

 private:
  struct Count {
    std::uint64_t articles = 0, mentions = 0, last_article = 0;
  };
  std::unordered_map<std::string, Count> counts_;
  std::uint64_t article_ = 0;
};

}  // namespace dateline
