// Tokens of an article → hashed features for the tagger. What a feature means is told by its template (features.cc);
// the order and number of templates are part of kFeatureVersion.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagger/article_view.h"

namespace dateline::tagging {

// Appends the features of token `i`: 20 to 150 numbers, well mixed.
void add_features(const ArticleView& article, std::size_t i, std::vector<std::uint32_t>& out);

// Of the article as a whole: what stands around the other occurrences of the same word. For capitalised words only.
void add_article_features(const ArticleView& article, std::size_t i, std::vector<std::uint32_t>& out);

// Every template has a number; two ranges, one for each function.
inline constexpr std::uint32_t kFirstArticleTemplate = 256;

inline std::uint32_t feature_of(std::uint32_t template_number, std::uint64_t value) {
  return static_cast<std::uint32_t>(((value + template_number * kGolden) * kMixA ^ (value >> 31)) * kMixB >> 32);
}

}  // namespace dateline::tagging
