// Articles of the tests: a text with the names that extraction would find in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/places/article_places.h"

namespace dateline::testing {

struct Named {
  EntityKind kind = EntityKind::kPlace;
  std::string name;          // canonical
  std::string written = {};  // as in the text; "": like the name
};

inline Article article_of(std::string text, const std::string& published = {}, std::string dateline = {}) {
  Article article;
  article.text = std::move(text);
  article.title_made = true;
  article.dateline = std::move(dateline);
  if (const auto date = parse_date(published)) article.published = *date;
  return article;
}

// Each name at its first occurrence.
inline std::vector<ArticleEntity> entities_in(std::string_view text, const std::vector<Named>& names) {
  std::vector<ArticleEntity> entities;
  for (const Named& named : names) {
    const std::string& written = named.written.empty() ? named.name : named.written;
    ArticleEntity entity{.kind = named.kind, .name = named.name, .aliases = {}, .mentions = {}};
    const std::size_t at = text.find(written);
    if (at != std::string_view::npos) {
      entity.mentions.push_back(
          {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + written.size())});
    }
    entities.push_back(std::move(entity));
  }
  return entities;
}

using Names = std::vector<std::string>;

inline Names countries(const std::string& text, const std::vector<Named>& names = {}, const std::string& published = {},
                       const std::string& dateline = {}) {
  const Article article = article_of(text, published, dateline);
  auto entities = entities_in(article.text, names);
  return settle_places(article, entities);
}

// What the places are called when it is settled which are meant.
inline Names places(const std::string& text, const std::vector<Named>& names) {
  const Article article = article_of(text);
  auto entities = entities_in(article.text, names);
  settle_places(article, entities);
  Names out;
  for (const ArticleEntity& entity : entities) out.push_back(entity.name);
  return out;
}

}  // namespace dateline::testing
