// Articles as a wire in capitals has them: what the tagger must learn to read, and hardly meets in annotated text.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/training/corpus.h"

namespace dateline::training {

// Of `share` of the articles: the first line turns into capitals, and a copy of half of them is appended in capitals
// throughout. ASCII letters only, so that spans stay where they are. Deterministic.
void add_capitals(double share, std::vector<GoldArticle>& articles);

}  // namespace dateline::training
