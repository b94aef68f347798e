// Random queries that use everything the language has. All of them parse.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/dice.h"

namespace dateline::testing {

// What queries are made of.
struct QueryMaterial {
  std::vector<std::string> words;    // as articles write them
  std::vector<std::string> phrases;  // runs of words from articles; none: phrases are made of `words`
  std::vector<std::string> people, places, organizations, countries, sources, authors, languages, keys, urls;
  std::size_t shortest = 0, longest = 100;  // words of an article
};

class RandomQueries {
 public:
  RandomQueries(QueryMaterial material, unsigned seed) : material_(std::move(material)), dice_(seed) {}
  // Parentheses are nested up to `depth` levels.
  std::string make(int depth);

 private:
  // -- words
  std::string word();
  std::string plain_word();  // with nothing but letters and digits of ASCII
  std::string two_words();
  std::string phrase();
  std::string hyphenated();
  // -- patterns
  std::string wildcard();
  std::string fuzzy();
  std::string regex();
  // -- near each other
  std::string sloppy_phrase();
  std::string near();
  std::string near_part();
  std::string together();
  std::string together_part();
  // -- conditions
  std::string title();
  std::string name();
  std::string name_group();
  std::string date();
  std::string length();
  std::string has();
  std::string article();
  // -- the whole
  std::string unit(int depth);
  std::string boosted(int depth);
  const std::string& some_name(std::string_view field);

  QueryMaterial material_;
  Dice dice_;
};

}  // namespace dateline::testing
