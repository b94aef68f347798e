// Gold spans are given in bytes; a token that overlaps one is in it.
#include "indexer/training/dataset.h"

#include <algorithm>

#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/model_file.h"

namespace dateline::training {
namespace {

using namespace tagging;

void tag_span(EntityKind kind, std::size_t first, std::size_t last, std::vector<Tag>& tags) {
  if (first == last) {
    tags[first] = make_tag(kind, Place::kUnit);
    return;
  }
  tags[first] = make_tag(kind, Place::kBegin);
  for (std::size_t t = first + 1; t < last; ++t) tags[t] = make_tag(kind, Place::kInside);
  tags[last] = make_tag(kind, Place::kLast);
}

// A name beside an unknown token may go on into it: all of it is unknown.
void blur_neighbours(std::vector<Tag>& tags) {
  for (std::size_t i = 0; i + 1 < tags.size(); ++i)
    if (tags[i + 1] == kUnknownTag && tags[i] != kUnknownTag && tags[i] != kOutsideTag &&
        place_of(tags[i]) != Place::kInside)
      for (std::size_t t = i + 1; t-- > 0 && tags[t] != kOutsideTag && tags[t] != kUnknownTag;) {
        const bool first = opens(tags[t]);
        tags[t] = kUnknownTag;
        if (first) break;
      }
  for (std::size_t i = 1; i < tags.size(); ++i)
    if (tags[i - 1] == kUnknownTag && tags[i] != kUnknownTag && tags[i] != kOutsideTag && !opens(tags[i]))
      tags[i] = kUnknownTag;
}

void blur_hyphenated(const std::string& text, const std::vector<TaggerToken>& tokens, std::vector<Tag>& tags) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool hyphen = tokens[i].end - tokens[i].begin == 1 && text[tokens[i].begin] == '-';
    if (!hyphen || tokens[i - 1].end != tokens[i].begin || tokens[i + 1].begin != tokens[i].end) continue;
    for (const std::size_t part : {i - 1, i + 1})
      if (tags[part] == kOutsideTag &&
          is_capital(form_of(text.substr(tokens[part].begin, tokens[part].end - tokens[part].begin))))
        tags[part] = kUnknownTag;
  }
}

}  // namespace

std::vector<Tag> gold_tags(const GoldArticle& article, const std::vector<TaggerToken>& tokens) {
  std::vector<Tag> tags(tokens.size(), kOutsideTag);
  std::size_t token = 0;
  for (const GoldSpan& span : article.spans) {
    while (token < tokens.size() && tokens[token].end <= span.begin) ++token;
    std::size_t behind = token;
    while (behind < tokens.size() && tokens[behind].begin < span.end) ++behind;
    if (behind == token) continue;
    if (span.unknown) {
      std::fill(tags.begin() + static_cast<std::ptrdiff_t>(token), tags.begin() + static_cast<std::ptrdiff_t>(behind),
                kUnknownTag);
    } else {
      tag_span(span.kind, token, behind - 1, tags);
    }
    token = behind;
  }
  blur_neighbours(tags);
  blur_hyphenated(article.text, tokens, tags);
  return tags;
}

void add_article(const GoldArticle& article, float weight, std::uint32_t table_rows, ArticleView& view, Dataset& out) {
  std::vector<TaggerToken> tokens;
  split_tagger_tokens(article.text, tokens);
  view.read(article.text, tokens);
  std::vector<std::uint32_t> features;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    features.clear();
    add_features(view, i, features);
    add_article_features(view, i, features);
    for (const std::uint32_t feature : features) out.rows.push_back(Weights::row_of(feature, table_rows));
    out.row_ends.push_back(out.rows.size());
  }
  const auto base = static_cast<std::uint32_t>(out.gold.size());
  const std::vector<Tag> tags = gold_tags(article, tokens);
  out.gold.insert(out.gold.end(), tags.begin(), tags.end());
  for (std::size_t s = 0; s + 1 < view.borders().size(); ++s)
    out.sentences.push_back({base + view.borders()[s], base + view.borders()[s + 1], weight});
}

}  // namespace dateline::training
