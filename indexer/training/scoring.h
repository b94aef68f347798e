// How well a tagger finds the names of an annotated set: exact span and kind, over all articles.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "indexer/entities/tagger/tagger.h"
#include "indexer/training/corpus.h"

namespace dateline::training {

struct Score {
  std::uint64_t right = 0, wrong = 0, missed = 0;
  [[nodiscard]] double precision() const;  // all in per cent
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

struct SetScore {
  Score all;
  std::array<Score, kEntityKinds> by_kind;
};

// `errors` (may be null) gets a line for each name that is missed or wrong.
SetScore score_articles(Tagger& tagger, const std::vector<GoldArticle>& articles, std::string* errors = nullptr);
std::string describe(const std::string& name, const SetScore& score);

}  // namespace dateline::training
