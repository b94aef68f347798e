// Values as members of a JSON object.
#include "query/engine/json_parts.h"

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

}  // namespace

void write_or_null(JsonWriter& json, std::string_view name, const std::string& text) {
  json.key(name);
  if (text.empty())
    json.null();
  else
    json.value(text);
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& strings) {
  json.key(name).begin_array();
  for (const std::string& text : strings) json.value(text);
  json.end_array();
}

void write_facet(JsonWriter& json, const Facet& facet) {
  json.key(facet.name).begin_object();
  json.field("exact", facet.exact).field("distinct", facet.distinct);
  json.key("values").begin_array();
  for (const FacetValue& value : facet.values) {
    json.begin_object();
    json.field("id", value.id).field("name", value.name).field("count", value.count).field("selected", value.selected);
    json.end_object();
  }
  json.end_array().end_object();
}

std::string snippet_to_html(const Snippet& snippet) {
  std::string out;
  const std::string_view text = snippet.text;
  std::size_t at = 0;
  for (const TextSpan& span : snippet.highlights) {
    append_escaped(out, text.substr(at, span.begin - at));
    out += "<mark>";
    append_escaped(out, text.substr(span.begin, span.end - span.begin));
    out += "</mark>";
    at = span.end;
  }
  append_escaped(out, text.substr(at));
  return out;
}

}  // namespace dateline
