// Versions and their differences as JSON: docs/history.schema.json, docs/version.schema.json, docs/diff.schema.json.
#include "query/engine/article_history.h"
#include "query/engine/json_parts.h"

namespace dateline {
namespace {

constexpr std::string_view name_of(DiffKind kind) {
  return kind == DiffKind::kSame ? "same" : kind == DiffKind::kAdded ? "added" : "removed";
}

void write_revision(JsonWriter& json, const RevisionView& view) {
  const ArticleRevision& revision = view.revision;
  json.field("version", view.number);
  write_or_null(json, "seen_at", time_text(revision.seen_at));
  write_or_null(json, "replaced_at", time_text(revision.replaced_at));
  json.field("title", revision.title);
  write_or_null(json, "published", revision.published);
  json.field("source", revision.source);
  json.field("authors", revision.authors);
  json.field("words", view.words).field("words_added", view.added).field("words_removed", view.removed);
}

}  // namespace

std::string history_to_json(const ArticleHistory& history) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion).field("id", history.key);
  json.key("versions").begin_array();
  for (const RevisionView& view : history.revisions) {
    json.begin_object();
    write_revision(json, view);
    json.end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

std::string revision_to_json(const ArticleHistory& history, const RevisionView& view) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion).field("id", history.key);
  write_revision(json, view);
  json.field("text", view.revision.text).end_object();
  return std::move(json).text();
}

std::string diff_to_json(const RevisionDiff& diff) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion).field("id", diff.key);
  json.field("from", diff.from).field("to", diff.to);
  json.field("words_added", diff.added).field("words_removed", diff.removed).key("fields").begin_array();
  for (const FieldDiff& field : diff.fields) {
    if (!field.is_changed()) continue;
    json.begin_object().field("name", field.name).key("parts").begin_array();
    for (const DiffPart& part : field.parts) {
      json.begin_object().field("kind", name_of(part.kind)).field("text", part.text).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace dateline
