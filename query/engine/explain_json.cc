// The one writer of the JSON of `dateline explain`.
#include "query/engine/explain_json.h"

#include "query/engine/json_parts.h"

namespace dateline {
namespace {

void write_tokens(JsonWriter& json, const Explanation& explanation) {
  json.key("tokens").begin_array();
  for (const ExplainedToken& token : explanation.tokens) {
    const std::string_view text = explanation.query_text;
    json.begin_object();
    json.field("kind", token.kind).field("text", text.substr(token.span.begin, token.span.end - token.span.begin));
    json.field("begin", std::uint64_t{token.span.begin}).field("end", std::uint64_t{token.span.end}).end_object();
  }
  json.end_array();
}

void write_words_and_names(JsonWriter& json, const Explanation& explanation) {
  json.key("patterns").begin_array();
  for (const ExplainedPattern& pattern : explanation.patterns) {
    json.begin_object().field("pattern", pattern.pattern).field("matching", pattern.matching);
    json.field("words", pattern.words);
    json.end_object();
  }
  json.end_array();
  json.key("names").begin_array();
  for (const ExplainedName& name : explanation.names) {
    json.begin_object().field("asked", name.asked).field("fitting", name.fitting);
    json.key("stands_for").begin_array();
    for (const FacetName& value : name.stands_for) {
      json.begin_object().field("id", std::to_string(value.facet)).field("kind", name_of(kind_of(value.facet)));
      json.field("name", value.name).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_hits(JsonWriter& json, const Explanation& explanation) {
  constexpr int kDecimals = 6;
  json.key("hits").begin_array();
  for (const ExplainedHit& hit : explanation.hits) {
    json.begin_object().field("id", hit.id).field("title", hit.title).field("matches", hit.matches);
    json.key("score").value(hit.score, kDecimals);
    json.key("shares").begin_array();
    for (const ScoreShare& share : hit.shares) {
      json.begin_object().field("part", share.part);
      json.key("score").value(share.score, kDecimals);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string explanation_to_json(const Explanation& explanation) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion);
  json.key("query").begin_object();
  json.field("text", explanation.query_text).field("parsed", explanation.parsed).end_object();
  write_tokens(json, explanation);
  json.field("index_query", explanation.index_query);
  write_words_and_names(json, explanation);
  json.field("matched", explanation.matched).field("exact", explanation.exact);
  write_hits(json, explanation);
  json.field("notes", explanation.notes);
  json.key("took_ms").value(explanation.took_ms, 3);
  json.end_object();
  return std::move(json).text();
}

}  // namespace dateline
