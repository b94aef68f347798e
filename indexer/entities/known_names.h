// The user's own list of names, found in texts. Knows no recogniser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/name_span.h"
#include "indexer/entities/tagger/tagger_tokens.h"

namespace dateline {

class KnownNames {
 public:
  // A name that two entities of the list have goes to the first of them.
  explicit KnownNames(const std::vector<KnownEntity>& known);

  // Finds the names in title and text, as whole words, the longest first. Spans that overlap one of them give way, but
  // for this: one word of the list inside a longer name ("Apple" in "Apple Daily") gives way itself. Spans stay in
  // order. Linear time.
  void put_over(std::string_view title, std::string_view text, std::vector<NameSpan>& spans);

 private:
  struct Entry {
    EntityKind kind = EntityKind::kPerson;
    std::uint32_t known = kNoKnownName;  // kNoKnownName: only the beginning of longer names
    bool has_longer = false;
    bool any_case = false;
    std::vector<std::string> written;  // as the list has it, on one line
  };
  void add(std::string_view name, EntityKind kind, std::uint32_t number);
  void find(std::string_view text, bool in_title);

  std::unordered_map<std::uint64_t, Entry> entries_;  // by the keys of the words
  std::vector<TaggerToken> tokens_;
  std::vector<NameSpan> found_;
};

}  // namespace dateline
