// Random articles of few words, so that random queries find some of them.
#pragma once

#include <string>
#include <vector>

#include "tests/archive_fixture/test_archive.h"
#include "tests/engine/dice.h"
#include "tests/engine/random_queries.h"

namespace dateline::testing {

class RandomArticles {
 public:
  explicit RandomArticles(unsigned seed) : dice_(seed) {}
  TestArticle make(const std::string& key);
  // What queries about them are made of.
  static QueryMaterial material(const std::vector<TestArticle>& articles);

 private:
  std::string words(std::size_t count);
  std::string date();

  Dice dice_;
};

}  // namespace dateline::testing
