// The one writer of the JSON that `dateline --json` and dateline_results_json give.
#include "query/engine/results_json.h"

#include "query/engine/json_parts.h"

namespace dateline {
namespace {

void write_hit(JsonWriter& json, const Hit& hit) {
  json.begin_object();
  json.field("rank", hit.rank).field("id", hit.id);
  json.key("score").value(hit.score, 4);
  json.field("title", hit.title).field("title_made", hit.title_made);
  write_or_null(json, "published", hit.published);
  json.field("source", hit.source).field("url", hit.url).field("path", hit.path);
  json.field("snippet", snippet_to_html(hit.snippet, hit.entity_marks));
  json.field("versions", hit.versions);
  write_or_null(json, "story", hit.story);
  json.end_object();
}

void write_entity(JsonWriter& json, const ViewedEntity& entity, const Article& article) {
  json.begin_object();
  json.field("kind", name_of(entity.kind)).field("id", std::to_string(entity.facet)).field("name", entity.name);
  json.key("mentions").begin_array();
  for (const Mention& mention : entity.mentions) {
    const std::string_view text = mention.in_title ? article.title : article.text;
    if (mention.begin > mention.end || mention.end > text.size()) continue;
    json.begin_object();
    json.field("begin", mention.begin).field("end", mention.end).field("in_title", mention.in_title);
    json.field("text", text.substr(mention.begin, mention.end - mention.begin));
    json.end_object();
  }
  json.end_array().end_object();
}

// Only where something was added, so that other answers stay as they were.
void write_expanded(JsonWriter& json, const std::vector<ExpandedTerm>& terms) {
  if (terms.empty()) return;
  json.key("expanded").begin_array();
  for (const ExpandedTerm& term : terms) {
    json.begin_object();
    json.field("term", term.term);
    json.key("weight").value(term.weight, 4);
    json.end_object();
  }
  json.end_array();
}

void write_version(JsonWriter& json, const ArticleVersion& version) {
  json.begin_object();
  json.field("id", version.key).field("title", version.title);
  write_or_null(json, "published", version.published);
  json.field("source", version.source);
  json.end_object();
}

}  // namespace

std::string results_to_json(const SearchResults& results) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion);
  json.key("query").begin_object();
  json.field("text", results.query_text).field("parsed", results.parsed);
  json.end_object();
  json.field("matched", results.matched).field("exact", results.exact);
  json.field("partial", results.partial);
  json.field("offset", results.offset).field("limit", results.limit);
  json.key("took_ms").value(results.took_ms, 3);
  json.key("hits").begin_array();
  for (const Hit& hit : results.hits) write_hit(json, hit);
  json.end_array();
  json.key("facets").begin_object();
  for (const Facet& facet : results.facets) write_facet(json, facet);
  json.end_object();
  write_or_null(json, "suggestion", results.suggestion);
  write_expanded(json, results.expanded);
  write_or_null(json, "corrected", results.corrected);
  json.field("notes", results.notes);
  json.end_object();
  return std::move(json).text();
}

std::string hit_to_json(const Hit& hit) {
  JsonWriter json;
  write_hit(json, hit);
  return std::move(json).text();
}

std::string article_to_json(const ArticleView& view) {
  const Article& article = view.article;
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion).field("id", article.key);
  json.field("title", article.title).field("title_made", article.title_made);
  write_or_null(json, "published", view.published);
  json.field("source", article.source).field("url", article.url);
  json.field("path", article.path).field("record", article.record);
  json.key("addresses").begin_array();
  for (const ArticleAddress& address : view.addresses) {
    json.begin_object().field("id", address.key).field("url", address.url);
    json.field("path", address.path).field("record", address.record).end_object();
  }
  json.end_array();
  json.field("authors", article.authors);
  json.field("contributors", article.contributors);
  write_or_null(json, "story", view.story);
  json.key("versions").begin_array();
  for (const ArticleVersion& version : view.versions) write_version(json, version);
  json.end_array();
  json.field("dateline", article.dateline).field("language", article.language);
  json.field("section", article.section).field("caption", article.caption).field("words", view.words);
  json.field("text", article.text);
  json.key("entities").begin_array();
  for (const ViewedEntity& entity : view.entities) write_entity(json, entity, article);
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace dateline
