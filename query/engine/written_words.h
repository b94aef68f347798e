// Stems → words as people write them: "presid" → "president". Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/engine/entity_articles.h"

namespace dateline {

// In the order of `stems` (ids of the lexicon, without duplicates). Looks into a few articles of `from` for each; a
// stem that none of them has stays as it is. Small letters, where a word is ever written so.
Result<std::vector<std::string>> written_words(const EntityReader& reader, const std::vector<std::uint32_t>& stems,
                                               const DocidList& from);

}  // namespace dateline
