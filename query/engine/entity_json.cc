// The one writer of the JSON of `dateline entity` and `dateline mentions`.
#include "query/engine/entity_json.h"

#include "query/engine/json_parts.h"

namespace dateline {
namespace {

void write_entity_members(JsonWriter& json, const EntityRef& entity) {
  json.field("id", std::to_string(entity.facet)).field("kind", name_of(kind_of(entity.facet)));
  json.field("name", entity.name).field("articles", entity.articles);
}

void write_entities(JsonWriter& json, std::string_view name, const std::vector<EntityRef>& entities) {
  json.key(name).begin_array();
  for (const EntityRef& entity : entities) {
    json.begin_object();
    write_entity_members(json, entity);
    json.end_object();
  }
  json.end_array();
}

// What was asked, and whom else it fits.
void write_choice(JsonWriter& json, const EntityChoice& choice) {
  json.field("asked", choice.asked).field("fitting", choice.fitting).field("rejected", choice.rejected);
  write_entities(json, "others", choice.others);
  write_entities(json, "suggestions", choice.suggestions);
}

void write_names(JsonWriter& json, const EntityProfile& profile) {
  json.key("names").begin_array();
  for (const WrittenName& name : profile.names) {
    json.begin_object();
    json.field("text", name.text).field("mentions", name.mentions).field("articles", name.articles);
    json.end_object();
  }
  json.end_array();
  json.field("names_from", profile.names_from);
  json.field("other_names", profile.other_names);
  json.field("titles", profile.titles);
}

void write_merged(JsonWriter& json, const EntityProfile& profile) {
  json.field("merged_count", profile.merged_count).key("merged").begin_array();
  for (const MergedName& merged : profile.merged) {
    json.begin_object();
    json.field("id", std::to_string(merged.facet)).field("kind", name_of(kind_of(merged.facet)));
    json.field("name", merged.name).field("by", merged.by_person ? "person" : "program");
    json.end_object();
  }
  json.end_array();
}

void write_coordinates(JsonWriter& json, const EntityProfile& profile) {
  json.key("coordinates");
  if (!profile.coordinates) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("latitude").value(profile.coordinates->latitude, 5);
  json.key("longitude").value(profile.coordinates->longitude, 5);
  json.end_object();
}

void write_months(JsonWriter& json, const Facet& dates) {
  json.key("months").begin_array();
  for (const FacetValue& period : dates.values) {
    json.begin_object().field("period", period.name).field("articles", period.count).end_object();
  }
  json.end_array();
}

void write_citation(JsonWriter& json, const Citation& citation) {
  const CitedArticle& article = *citation.article;
  json.begin_object();
  json.field("id", article.id).field("title", article.title).field("title_made", article.title_made);
  write_or_null(json, "published", article.published);
  json.field("source", article.source).field("url", article.url);
  json.field("in_title", citation.mention.in_title);
  json.field("begin", citation.mention.begin).field("end", citation.mention.end).field("text", citation.text);
  json.field("sentence_begin", std::uint64_t{citation.sentence.begin});
  json.field("sentence_end", std::uint64_t{citation.sentence.end});
  json.field("sentence", snippet_to_html(citation.passage));
  json.end_object();
}

void write_citations(JsonWriter& json, std::string_view name, const std::vector<Citation>& citations) {
  json.key(name).begin_array();
  for (const Citation& citation : citations) write_citation(json, citation);
  json.end_array();
}

void write_profile(JsonWriter& json, const EntityProfile& profile) {
  json.begin_object();
  write_entity_members(json, *profile.choice.chosen);
  write_or_null(json, "external_id", profile.external_id);
  write_or_null(json, "country", profile.country);
  write_coordinates(json, profile);
  json.field("undated", profile.undated);
  write_or_null(json, "first", profile.first);
  write_or_null(json, "last", profile.last);
  write_names(json, profile);
  write_merged(json, profile);
  json.key("appears_with").begin_object();
  for (const Facet& facet : profile.facets) {
    if (facet.name != "date") write_facet(json, facet);
  }
  json.end_object();
  for (const Facet& facet : profile.facets) {
    if (facet.name == "date") write_months(json, facet);
  }
  write_citations(json, "newest", profile.newest);
  json.end_object();
}

}  // namespace

std::string profile_to_json(const EntityProfile& profile) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion);
  write_choice(json, profile.choice);
  json.key("took_ms").value(profile.took_ms, 3);
  json.key("entity");
  if (profile.choice.chosen)
    write_profile(json, profile);
  else
    json.null();
  json.end_object();
  return std::move(json).text();
}

std::string mentions_to_json(const MentionList& list) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion);
  write_choice(json, list.choice);
  json.key("query").begin_object();
  json.field("text", list.query_text).field("parsed", list.parsed).end_object();
  json.key("took_ms").value(list.took_ms, 3);
  json.key("entity");
  if (list.choice.chosen) {
    json.begin_object();
    write_entity_members(json, *list.choice.chosen);
    json.end_object();
  } else {
    json.null();
  }
  json.key("counts").begin_object();
  json.field("mentions", list.mentions).field("articles", list.articles).field("articles_tagged", list.articles_tagged);
  json.end_object();
  json.field("offset", list.offset).field("limit", list.limit);
  write_citations(json, "mentions", list.citations);
  json.field("notes", list.notes);
  json.end_object();
  return std::move(json).text();
}

}  // namespace dateline
