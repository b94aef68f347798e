// Words near each other in a token record. Knows the record's bytes, no index.
//
// The rule, for "a b"~N and a NEAR/N b alike: every part stands somewhere, each at a place of its own, and all of them
// lie within a stretch of as many words as were asked plus N, in any order. Marks between sentences and paragraphs are
// no words; title and text are two stretches. The words of one part that has several follow each other within a
// sentence, as in a phrase.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

struct NearRequest {
  using Form = std::vector<std::uint32_t>;  // stem ids, one after the other
  std::vector<std::vector<Form>> parts;     // of each part, one of its forms
  std::size_t window = 0;                   // words
};

// One thread an object: it keeps its memory from record to record.
class NearMatcher {
 public:
  explicit NearMatcher(NearRequest request);
  bool matches(std::string_view record);

 private:
  struct Word {
    std::uint32_t stem = 0;
    std::uint32_t position = 0;  // grows by more than a window between title and text
    bool begins = false;         // a sentence: nothing that stands together goes on into it
  };
  struct Start {  // where a form of a part may begin
    std::uint32_t stem = 0, part = 0, form = 0;
  };
  struct Place {
    std::uint32_t begin = 0, end = 0, part = 0;
  };
  void read_words(std::string_view record);
  void find_places();
  [[nodiscard]] bool stands_at(const NearRequest::Form& form, std::size_t at) const;
  [[nodiscard]] bool has_enough() const;
  bool fits(std::size_t first, std::size_t last);
  bool give_place(std::uint32_t part, std::size_t first, std::size_t last, std::uint32_t limit);

  NearRequest request_;
  std::vector<std::uint32_t> needed_;  // by part: how many parts are the same
  std::vector<Start> starts_;          // ascending by stem
  std::vector<Word> words_;
  std::vector<Place> places_;           // ascending by begin
  std::vector<std::uint32_t> counts_;   // by part: places in the window
  std::vector<std::uint32_t> holders_;  // by word of the window: the part that begins there
  std::vector<bool> tried_;             // by word of the window
};

}  // namespace dateline
