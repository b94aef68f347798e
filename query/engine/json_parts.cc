// Values as members of a JSON object.
#include "query/engine/json_parts.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

// Opens and closes elements so that marks lie inside of entities, and are cut where those end.
struct HtmlMarker {
  std::string text;
  const EntityMark* entity = nullptr;
  const TextSpan* mark = nullptr;

  void set(const EntityMark* new_entity, const TextSpan* new_mark) {
    if (mark != nullptr && (mark != new_mark || entity != new_entity)) text += "</mark>", mark = nullptr;
    if (entity != new_entity) {
      if (entity != nullptr) text += "</em>";
      if (new_entity != nullptr) text += concat({"<em data-kind=\"", name_of(new_entity->kind), "\">"});
      entity = new_entity;
    }
    if (new_mark != nullptr && mark == nullptr) text += "<mark>", mark = new_mark;
  }
};

}  // namespace

void write_or_null(JsonWriter& json, std::string_view name, const std::string& text) {
  json.key(name);
  if (text.empty())
    json.null();
  else
    json.value(text);
}

std::string time_text(std::int64_t seconds) {
  if (seconds == 0) return {};
  const std::time_t time = seconds;
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void write_facet(JsonWriter& json, const Facet& facet) {
  json.key(facet.name).begin_object();
  json.field("exact", facet.exact).field("distinct", facet.distinct);
  json.key("values").begin_array();
  for (const FacetValue& value : facet.values) {
    json.begin_object();
    json.field("id", value.id).field("name", value.name).field("count", value.count).field("selected", value.selected);
    if (value.excluded) json.field("excluded", true);
    json.end_object();
  }
  json.end_array().end_object();
}

std::string snippet_to_html(const Snippet& snippet, std::span<const EntityMark> entities) {
  std::vector<std::size_t> borders{snippet.text.size()};
  for (const TextSpan& span : snippet.highlights) borders.insert(borders.end(), {span.begin, span.end});
  for (const EntityMark& entity : entities) borders.insert(borders.end(), {entity.span.begin, entity.span.end});
  std::sort(borders.begin(), borders.end());
  HtmlMarker html;
  auto mark = snippet.highlights.begin();
  auto entity = entities.begin();
  std::size_t at = 0;
  for (const std::size_t border : borders) {
    if (border == at) continue;
    while (mark != snippet.highlights.end() && mark->end <= at) ++mark;
    while (entity != entities.end() && entity->span.end <= at) ++entity;
    const bool marked = mark != snippet.highlights.end() && mark->begin <= at;
    const bool named = entity != entities.end() && entity->span.begin <= at;
    html.set(named ? &*entity : nullptr, marked ? &*mark : nullptr);
    append_escaped(html.text, std::string_view(snippet.text).substr(at, border - at));
    at = border;
  }
  html.set(nullptr, nullptr);
  return std::move(html.text);
}

}  // namespace dateline
