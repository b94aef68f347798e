// The model is opened once for all tests.
#include "tests/entities/extraction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "indexer/entities/gazetteer_cache.h"
#include "indexer/entities/resolver.h"
#include "indexer/entities/span_context.h"

namespace dateline::testing {

EntityExtractor& extractor() {
  static const std::unique_ptr<EntityExtractor> opened = [] {
    auto made = make_extractor({.model_path = DATELINE_SOURCE_DIR "/indexer/entities/tagger/entity-model.bin"});
    if (!made) throw std::runtime_error(made.error().message);  // no test here can say anything without it
    return std::move(*made);
  }();
  return *opened;
}

std::vector<ArticleEntity> extract(std::string_view text, std::string_view title) {
  return extractor().extract(title, text);
}

std::vector<ArticleEntity> extract_knowing(std::vector<KnownEntity> known, std::string_view text,
                                           std::string_view title) {
  auto made = make_extractor({.known = std::move(known)});
  if (!made) ADD_FAILURE() << made.error().message;
  return made ? (*made)->extract(title, text) : std::vector<ArticleEntity>{};
}

MarkedText read_marks(std::string_view marked) {
  MarkedText out;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = marked[at] == '{' ? marked.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out.text.push_back(marked[at++]);
      continue;
    }
    const std::string_view name = marked.substr(at + 3, end - at - 3);
    const std::size_t equals = name.find('=');
    NameSpan span;
    span.kind = marked[at + 1] == 'p'   ? EntityKind::kPerson
                : marked[at + 1] == 'l' ? EntityKind::kPlace
                                        : EntityKind::kOrganization;
    span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text.append(name.substr(0, equals));
    span.end = static_cast<std::uint32_t>(out.text.size());
    out.spans.push_back(span);
    std::string meant(equals == std::string_view::npos ? name : name.substr(equals + 1));
    std::replace(meant.begin(), meant.end(), '\n', ' ');
    out.meant.push_back(std::move(meant));
    at = end + 1;
  }
  return out;
}

std::vector<ArticleEntity> resolve(std::string_view marked) {
  MarkedText article = read_marks(marked);
  GazetteerCache gazetteer(Gazetteer::built_in());
  for (NameSpan& span : article.spans) read_context(article.text, gazetteer, span);
  Vocabulary vocabulary(gazetteer);
  const std::vector<KnownEntity> nothing_known;
  return resolve_entities({{}, article.text, article.spans, nothing_known, vocabulary});
}

std::vector<std::string> names_of(const std::vector<ArticleEntity>& entities) {
  std::vector<std::string> out;
  for (const ArticleEntity& entity : entities) out.push_back(std::string(name_of(entity.kind)) + " " + entity.name);
  return out;
}

std::vector<std::string> spans_of(const std::vector<ArticleEntity>& entities, std::string_view text,
                                  std::string_view title) {
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

std::vector<std::string> resolved_spans(std::string_view marked) {
  return spans_of(resolve(marked), read_marks(marked).text);
}

}  // namespace dateline::testing
