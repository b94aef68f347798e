// Tokens → spans that may name somebody or something, each with a kind and how sure that is. By rules and the
// gazetteer; knows nothing of entities: which spans mean the same is the resolver's matter. A trained tagger can stand
// in its place.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/entities/entity_tokens.h"
#include "schema/facet_id.h"

namespace dateline {

// Points for each kind; they are added up over all spans of the same words in the article. kSure stands for itself.
inline constexpr int kSure = 100;
inline constexpr int kEnough = 20;  // below it a span is no name

struct Candidate {
  std::uint32_t first = 0, last = 0;  // tokens, end exclusive
  EntityKind kind = EntityKind::kPerson;
  int points = 0;       // 0: capitalised, but nothing says that it is a name
  bool titled = false;  // a title stood before it: "Mr."
  bool known = false;   // the gazetteer has it under this kind
};

// Candidates in the order of the text; they do not overlap. Linear time.
void find_candidates(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens, std::vector<Candidate>& out);

// Drops what is no name and settles kinds by what the whole article says: "Katz" is a person where "Israel Katz" is.
void settle_candidates(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens,
                       std::vector<Candidate>& candidates);

}  // namespace dateline
