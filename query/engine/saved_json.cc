// Times are UTC, as ISO 8601 has them.
#include "query/engine/saved_json.h"

#include <array>
#include <ctime>

#include "query/engine/json_parts.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> kMatchNames = {"all", "any", "most"};
constexpr std::array<std::string_view, 3> kSortNames = {"relevance", "newest", "oldest"};

template <std::size_t kSize>
std::string_view name_in(const std::array<std::string_view, kSize>& names, int number) {
  return number >= 0 && static_cast<std::size_t>(number) < kSize ? names[static_cast<std::size_t>(number)] : names[0];
}

void write_search(JsonWriter& json, const SavedSearch& search) {
  const SavedQuery& query = search.query;
  json.begin_object().field("name", search.name).field("query", query.text);
  json.field("match", name_in(kMatchNames, query.match)).field("sort", name_in(kSortNames, query.sort));
  write_or_null(json, "date", query.date_filter);
  json.key("filters").begin_array();
  for (const SavedSelection& selection : query.selections) {
    json.begin_object().field("kind", name_of(selection.kind)).field("name", selection.name).end_object();
  }
  json.end_array();
  json.field("expand", query.expand);
  json.key("half_life_days").value(query.half_life_days, 3);
  json.field("alerts", search.alerts);
  write_or_null(json, "saved", time_text(search.saved_at));
  write_or_null(json, "last_run", time_text(search.run_at));
  json.field("waiting", search.waiting).field("told", search.told).end_object();
}

}  // namespace

std::string saved_to_json(const SavedSearch& search) {
  JsonWriter json;
  write_search(json, search);
  return std::move(json).text();
}

std::string saved_to_json(std::span<const SavedSearch> searches) {
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion).key("searches").begin_array();
  for (const SavedSearch& search : searches) write_search(json, search);
  json.end_array().end_object();
  return std::move(json).text();
}

std::string alert_to_json(const Alert& alert) {
  const Article& article = alert.article;
  JsonWriter json;
  json.begin_object().field("format_version", kJsonFormatVersion);
  json.field("delivery", alert.delivery).field("attempt", alert.attempt);
  json.key("search").begin_object().field("name", alert.search).field("query", alert.query).end_object();
  json.key("article").begin_object().field("id", article.key);
  json.field("title", article.title).field("title_made", article.title_made);
  write_or_null(json, "published", to_iso(article.published));
  json.field("source", article.source).field("url", article.url).field("path", article.path);
  json.end_object().end_object();
  return std::move(json).text();
}

}  // namespace dateline
