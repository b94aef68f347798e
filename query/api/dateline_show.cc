// Single articles of the C ABI.
#include "query/api/boundary.h"
#include "query/api/handles.h"
#include "query/engine/results_json.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::Result;

std::unique_ptr<dateline_article> make_article(dateline::ArticleView view) {
  auto out = std::make_unique<dateline_article>();
  out->json = dateline::article_to_json(view);
  for (dateline::ViewedEntity& entity : view.entities) {
    std::string id = std::to_string(entity.facet);
    out->entities.push_back({std::move(entity), std::move(id)});
  }
  view.entities.clear();
  out->view = std::move(view);
  return out;
}

const char* text_at(const std::vector<std::string>& list, std::size_t index) {
  return index < list.size() ? list[index].c_str() : "";
}

const char* text_of_version(const dateline_article* article, size_t index,
                            std::string dateline::ArticleVersion::*text) {
  const bool there = article != nullptr && index < article->view.versions.size();
  return there ? (article->view.versions[index].*text).c_str() : "";
}

}  // namespace

extern "C" {

dateline_code dateline_show(dateline_archive* archive, const char* id, dateline_article** article,
                            dateline_error** error) {
  if (article != nullptr) *article = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || article == nullptr)
      return Error{.code = ErrorCode::kUsage, .message = "an argument is NULL"};
    auto view = archive->engine.show(id == nullptr ? "" : id);
    if (!view) return std::move(view).error();
    *article = make_article(std::move(*view)).release();
    return {};
  });
}

void dateline_article_free(dateline_article* article) {
  delete article;
}

const char* dateline_article_id(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.key.c_str();
}
const char* dateline_article_title(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.title.c_str();
}
int dateline_article_title_made(const dateline_article* article) {
  return article != nullptr && article->view.article.title_made ? 1 : 0;
}
const char* dateline_article_published(const dateline_article* article) {
  return article == nullptr ? "" : article->view.published.c_str();
}
const char* dateline_article_source(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.source.c_str();
}
const char* dateline_article_url(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.url.c_str();
}
const char* dateline_article_path(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.path.c_str();
}
uint64_t dateline_article_record(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.article.record;
}
const char* dateline_article_dateline(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.dateline.c_str();
}
const char* dateline_article_language(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.language.c_str();
}
const char* dateline_article_section(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.section.c_str();
}
const char* dateline_article_caption(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.caption.c_str();
}
const char* dateline_article_text(const dateline_article* article) {
  return article == nullptr ? "" : article->view.article.text.c_str();
}
size_t dateline_article_text_size(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.article.text.size();
}
uint64_t dateline_article_words(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.words;
}
size_t dateline_article_author_count(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.article.authors.size();
}
const char* dateline_article_author(const dateline_article* article, size_t index) {
  return article == nullptr ? "" : text_at(article->view.article.authors, index);
}
size_t dateline_article_contributor_count(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.article.contributors.size();
}
const char* dateline_article_contributor(const dateline_article* article, size_t index) {
  return article == nullptr ? "" : text_at(article->view.article.contributors, index);
}
size_t dateline_article_address_count(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.addresses.size();
}
const char* dateline_article_address_id(const dateline_article* article, size_t index) {
  return index < dateline_article_address_count(article) ? article->view.addresses[index].key.c_str() : "";
}
const char* dateline_article_address_url(const dateline_article* article, size_t index) {
  return index < dateline_article_address_count(article) ? article->view.addresses[index].url.c_str() : "";
}
const char* dateline_article_address_path(const dateline_article* article, size_t index) {
  return index < dateline_article_address_count(article) ? article->view.addresses[index].path.c_str() : "";
}
uint64_t dateline_article_address_record(const dateline_article* article, size_t index) {
  return index < dateline_article_address_count(article) ? article->view.addresses[index].record : 0;
}
const char* dateline_article_json(const dateline_article* article) {
  return article == nullptr ? "" : article->json.c_str();
}

const char* dateline_article_story(const dateline_article* article) {
  return article == nullptr ? "" : article->view.story.c_str();
}
size_t dateline_article_version_count(const dateline_article* article) {
  return article == nullptr ? 0 : article->view.versions.size();
}
const char* dateline_article_version_id(const dateline_article* article, size_t index) {
  return text_of_version(article, index, &dateline::ArticleVersion::key);
}
const char* dateline_article_version_title(const dateline_article* article, size_t index) {
  return text_of_version(article, index, &dateline::ArticleVersion::title);
}
const char* dateline_article_version_published(const dateline_article* article, size_t index) {
  return text_of_version(article, index, &dateline::ArticleVersion::published);
}
const char* dateline_article_version_source(const dateline_article* article, size_t index) {
  return text_of_version(article, index, &dateline::ArticleVersion::source);
}

size_t dateline_article_entity_count(const dateline_article* article) {
  return article == nullptr ? 0 : article->entities.size();
}
const dateline_entity* dateline_article_entity(const dateline_article* article, size_t index) {
  return index < dateline_article_entity_count(article) ? &article->entities[index] : nullptr;
}
dateline_kind dateline_entity_kind(const dateline_entity* entity) {
  return entity == nullptr ? DATELINE_PERSON : static_cast<dateline_kind>(entity->entity.kind);
}
const char* dateline_entity_id(const dateline_entity* entity) {
  return entity == nullptr ? "" : entity->id.c_str();
}
const char* dateline_entity_name(const dateline_entity* entity) {
  return entity == nullptr ? "" : entity->entity.name.c_str();
}
size_t dateline_entity_mention_count(const dateline_entity* entity) {
  return entity == nullptr ? 0 : entity->entity.mentions.size();
}
int dateline_entity_mention(const dateline_entity* entity, size_t index, size_t* begin, size_t* end, int* in_title) {
  const bool there = index < dateline_entity_mention_count(entity);
  const dateline::Mention mention = there ? entity->entity.mentions[index] : dateline::Mention{};
  if (begin != nullptr) *begin = mention.begin;
  if (end != nullptr) *end = mention.end;
  if (in_title != nullptr) *in_title = mention.in_title ? 1 : 0;
  return there ? 1 : 0;
}

}  // extern "C"
