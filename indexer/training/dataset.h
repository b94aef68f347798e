// Annotated articles → what training runs over: features of every token as rows of the weight table, gold tags,
// sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagger/article_view.h"
#include "indexer/entities/tagger/tags.h"
#include "indexer/training/corpus.h"

namespace dateline::training {

inline constexpr tagging::Tag kUnknownTag = 0xFF;

struct Sentence {
  std::uint32_t begin = 0, end = 0;  // tokens
  float weight = 1;
};

struct Dataset {
  std::vector<std::uint32_t> rows;      // of all tokens, one after the other
  std::vector<std::uint64_t> row_ends;  // by token: where its rows end
  std::vector<tagging::Tag> gold;       // by token; kUnknownTag: no update may come from it
  std::vector<Sentence> sentences;
  [[nodiscard]] std::uint64_t row_begin(std::size_t token) const { return token == 0 ? 0 : row_ends[token - 1]; }
};

// Tags of the tagger's own tokens. Parts of a hyphenated word that the annotation leaves outside as a whole
// ("U.S.-led") are unknown where they are capitalised: other annotations name them.
std::vector<tagging::Tag> gold_tags(const GoldArticle& article, const std::vector<TaggerToken>& tokens);

void add_article(const GoldArticle& article, float weight, std::uint32_t table_rows, tagging::ArticleView& view,
                 Dataset& out);

}  // namespace dateline::training
