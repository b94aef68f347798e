// The language of queries, computed from articles in memory: every article is looked at, with no index.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/engine/search.h"
#include "query/parser/query_tree.h"
#include "tests/engine/brute_spelling.h"
#include "tests/engine/seen_article.h"

namespace dateline::testing {

using Keys = std::vector<std::string>;

std::vector<std::string> names_in(const TestArticle& article, FacetKind kind);

class BruteForce {
 public:
  explicit BruteForce(Stemmer stemmer) : speller_(std::move(stemmer)) {}
  void put(const TestArticle& article);
  void remove(const std::string& key) { articles_.erase(key); }
  [[nodiscard]] const SeenArticle& at(const std::string& key) const { return articles_.at(key); }

  std::set<std::string> matches(const QueryNode& tree, MatchMode mode);
  // Newest or oldest first, what has no date last; then by key.
  [[nodiscard]] Keys by_date(const std::set<std::string>& keys, bool newest_first) const;

 private:
  struct Place {  // words of title or text
    std::size_t begin = 0, end = 0;
  };
  struct NearPart {
    std::vector<Stems> spellings;
    std::size_t words = 0;
  };

  bool match(const QueryNode& node, const SeenArticle& seen);
  bool match_group(const QueryNode& node, const SeenArticle& seen);
  bool match_field(const QueryNode& node, const SeenArticle& seen);
  bool match_words(std::string_view text, const SeenArticle& seen, bool in_title);
  bool match_pattern(const QueryNode& node, const SeenArticle& seen);
  bool written_as_one(const QueryNode& first, const QueryNode& second, const SeenArticle& seen);

  void add_to_part(const AskedWords& words, NearPart& part);
  std::vector<NearPart> near_parts(const QueryNode& node);
  bool match_near(const QueryNode& node, const SeenArticle& seen);
  static bool fit(const std::vector<std::vector<Place>>& places, std::vector<Place>& chosen, std::size_t window);

  bool stands_in(const QueryNode& node, const SeenArticle& seen, const SeenSentence& sentence);
  [[nodiscard]] std::vector<std::string> names_meant(const QueryNode& node, const SeenArticle& seen) const;

  Speller speller_;
  MatchMode mode_ = MatchMode::kAll;
  std::map<std::string, SeenArticle> articles_;
  std::set<std::string> forms_;                                 // of all articles
  std::map<FacetKind, std::set<std::string>> names_;            // of all articles, folded
  std::map<std::string, std::set<std::string>> pattern_words_;  // of forms_, by pattern
};

}  // namespace dateline::testing
