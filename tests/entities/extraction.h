// Helpers of the tests of extraction: what was found, as short texts that a failure shows well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_extractor.h"

namespace dateline::testing {

inline std::vector<ArticleEntity> extract(std::string_view text, std::string_view title = {}) {
  auto extractor = make_extractor();
  return extractor ? (*extractor)->extract(title, text) : std::vector<ArticleEntity>{};
}

// "person Joe Biden", in the order of the entities.
inline std::vector<std::string> names_of(const std::vector<ArticleEntity>& entities) {
  std::vector<std::string> out;
  for (const ArticleEntity& entity : entities) out.push_back(std::string(name_of(entity.kind)) + " " + entity.name);
  return out;
}

// "Joe Biden: Joe Biden|Biden": what each mention's bytes are.
inline std::vector<std::string> spans_of(const std::vector<ArticleEntity>& entities, std::string_view text,
                                         std::string_view title = {}) {
  std::vector<std::string> out;
  for (const ArticleEntity& entity : entities) {
    std::string line = entity.name + ":";
    for (const Mention& mention : entity.mentions) {
      const std::string_view from = mention.in_title ? title : text;
      line += (line.back() == ':' ? " " : "|") + std::string(from.substr(mention.begin, mention.end - mention.begin));
    }
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace dateline::testing
