// Where words and phrases of a query stand in a text. Knows words and stems; no index.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/engine/query_highlights.h"
#include "shared/base/result.h"
#include "shared/text/stemmer.h"

namespace dateline {

struct Match {
  TextSpan span;         // of the text
  std::size_t unit = 0;  // of the query
};

// By where they begin; of equals the longer first.
bool comes_before(const Match& a, const Match& b);

// Made once for a page of hits: what it has learned of a word it keeps. References must outlive it. One thread.
class MatchFinder {
 public:
  MatchFinder(const std::vector<HighlightForm>& forms, Stemmer& stemmer);
  // In the order of comes_before. Linear in the text.
  void find(std::string_view text, std::vector<Match>& matches);
  [[nodiscard]] std::size_t units() const { return units_; }  // one more than the highest

 private:
  struct Word {
    TextSpan span;
    std::uint32_t stem = 0;  // 0: none that the query has
  };
  void add_form(const HighlightForm& form);
  void read_words(std::string_view text, std::vector<Match>& matches);
  void add_whole(std::string_view folded, TextSpan span, std::vector<Match>& matches);
  void add_as_written(std::string_view folded, TextSpan span, std::vector<Match>& matches);
  std::uint32_t id_of(std::string_view folded);
  [[nodiscard]] bool stands_at(const std::vector<std::uint32_t>& ids, std::size_t at) const;

  Stemmer& stemmer_;
  struct Form {
    std::vector<std::uint32_t> ids;  // of stems, one behind the other
    std::size_t unit = 0;
  };
  std::unordered_map<std::string, std::uint32_t> ids_;       // stem → id from 1
  std::vector<std::vector<Form>> forms_by_first_;            // by the id of the first stem
  std::unordered_map<std::string, std::size_t> as_written_;  // folded word → unit
  std::bitset<256> first_bytes_, first_written_;             // that a word must begin with to be one of them
  std::vector<std::int32_t> known_;  // by the stemmer's number: id, −1 where nobody has looked
  std::vector<Word> words_;
  std::string key_;
  std::size_t units_ = 0;
};

}  // namespace dateline
