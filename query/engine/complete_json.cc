// The one writer of the JSON of `dateline complete`.
#include "query/engine/complete_json.h"

#include "query/engine/json_parts.h"

namespace dateline {

std::string_view name_of(CompletionKind kind) {
  if (kind == CompletionKind::kField) return "field";
  return kind == CompletionKind::kWord ? "word" : "name";
}

std::string completions_to_json(const Completions& completions) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion).field("asked", completions.asked).field("begin", completions.begin);
  json.key("took_ms").value(completions.took_ms, 3);
  json.key("completions").begin_array();
  for (const Completion& row : completions.rows) {
    json.begin_object();
    json.field("kind", name_of(row.kind));
    write_or_null(json, "of", row.facet ? std::string(name_of(*row.facet)) : std::string());
    json.field("text", row.text).field("insert", row.insert).field("label", row.label);
    json.field("articles", row.articles).end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace dateline
