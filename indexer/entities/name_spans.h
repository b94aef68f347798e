// The patterns of names: each function says where a span that begins at token `at` ends (0: no such span). They look at
// tokens and word classes only.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/entity_tokens.h"

namespace dateline {

// Tokens and their words, for the patterns.
class TokenView {
 public:
  TokenView(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens)
      : vocabulary_(vocabulary), tokens_(tokens) {}

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const EntityToken& token(std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] const Word& word(std::size_t i) const { return vocabulary_.word(tokens_[i].word); }
  [[nodiscard]] bool is(std::size_t i, std::uint32_t classes) const { return (word(i).classes & classes) != 0; }
  [[nodiscard]] bool capital(std::size_t i) const { return i < size() && tokens_[i].shape != Shape::kLower; }
  // A function word, but not an acronym of the same letters ("US", "IT").
  [[nodiscard]] bool function_word(std::size_t i) const {
    return is(i, word_class::kFunctionWord) && (tokens_[i].shape != Shape::kUpper || tokens_[i].shouting);
  }
  // Whether a name can go on from token i - 1 to token i.
  [[nodiscard]] bool joined(std::size_t i) const;
  [[nodiscard]] bool continues(std::size_t i) const { return joined(i) && capital(i); }
  [[nodiscard]] const Gazetteer& gazetteer() const { return vocabulary_.gazetteer(); }

 private:
  const Vocabulary& vocabulary_;
  const std::vector<EntityToken>& tokens_;
};

struct KnownName {
  std::uint32_t end = 0;      // 0: none
  std::uint32_t classes = 0;  // kOrganization, kPlace, kRegion, kLargeCity and what else the key is
};

KnownName match_known_name(const TokenView& view, std::uint32_t at);  // the longest name of the gazetteer
std::uint32_t match_title(const TokenView& view, std::uint32_t at);   // "Prime Minister", "Deputy Foreign Minister"
std::uint32_t match_organization(const TokenView& view,
                                 std::uint32_t at);  // "X Corp", "Ministry of Health", "Prime Minister’s Office"
std::uint32_t match_place(const TokenView& view, std::uint32_t at);  // "Helmand Province", "Lake Chad"

struct PersonSpan {
  std::uint32_t end = 0;
  int points = 0;
};
PersonSpan match_person(const TokenView& view, std::uint32_t at, bool titled);

}  // namespace dateline
