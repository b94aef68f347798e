// Lists of names and the training text → the lexicon of the model.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/tagger/lexicon.h"
#include "shared/base/result.h"

namespace dateline::training {

class LexiconBuilder {
 public:
  void add_gazetteer();                                 // the table that the program is built with
  Result<void> add_companies(const std::string& path);  // a name a line
  void count_casing(std::string_view text);             // how words are written inside sentences
  [[nodiscard]] std::string pack() const;               // bytes of a tagging::Lexicon

 private:
  struct Casing {
    std::uint32_t small = 0, all = 0;
  };
  void add_name(std::string_view name, std::uint32_t classes);
  std::unordered_map<std::uint64_t, tagging::LexiconEntry> entries_;
  std::unordered_map<std::uint64_t, Casing> casing_;
};

}  // namespace dateline::training
