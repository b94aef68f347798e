// ninjs, the IPTC's news in JSON, versions 1.x to 3.x: a file is one item, an array of items, or an item a line. A
// record is the JSON of one item.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_story.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/json_tree.h"
#include "indexer/formats/nitf_story.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_document.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Names that items have and other JSON has not; "uri" alone is in too many.
constexpr std::string_view kSigns[] = {"\"versioncreated\"", "\"versionCreated\"",    "\"body_xhtml\"",
                                       "\"body_text\"",      "\"pubstatus\"",         "\"pubStatus\"",
                                       "\"headlines\"",      "\"description_text\"",  "ninjs-schema",
                                       "\"ninjs\"",          "\"representationtype\""};

bool is_item(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  head = trim(head);
  if (!head.starts_with('{') && !head.starts_with('[')) return false;
  if (head.find("\"uri\"") == std::string_view::npos) return false;
  return std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](std::string_view sign) { return head.find(sign) != std::string_view::npos; });
}

void add_nitf(std::string_view xml, GivenStory& story) {
  const auto parsed = read_xml(xml);
  if (parsed && root_of(parsed->tree).name() == "nitf") read_nitf(root_of(parsed->tree), story);
}

// "bodies" of versions 2 and 3: the same text in several forms.
void add_bodies(const JsonValue& item, GivenStory& story) {
  for (const JsonValue* body : item.list("bodies")) {
    const std::string type = to_lower_ascii(body->string({"contenttype", "contentType"}));
    const std::string_view value = body->string("value");
    if (type.find("nitf") != std::string::npos) {
      add_nitf(value, story);
    } else {
      const bool html = type.find("html") != std::string::npos;
      const GivenMarkup markup = html                   ? GivenMarkup::kHtml
                                 : type == "text/plain" ? GivenMarkup::kPlain
                                                        : GivenMarkup::kUnknown;
      story.contents.push_back({std::string(value), markup, "bodies"});
    }
  }
}

// Names such as body_text and body_sidebar_xhtml, of versions 1.x: the role, if any, stands in the middle.
void add_named_texts(const JsonValue& item, std::string_view start, std::vector<GivenText>& texts) {
  for (std::size_t i = 0; i < std::min(item.names.size(), item.values.size()); ++i) {
    const std::string_view name = item.names[i];
    if (!name.starts_with(start) || item.values[i].kind != JsonValue::Kind::kString) continue;
    const GivenMarkup markup = name.ends_with("text") ? GivenMarkup::kPlain : GivenMarkup::kHtml;
    texts.push_back({item.values[i].text, markup, start == "body_" ? "body_*" : "description_*"});
  }
}

// The value of the entry for the main role, else of the first.
std::string_view main_value(const JsonValue& item, std::string_view name) {
  std::string_view first;
  for (const JsonValue* each : item.list(name)) {
    if (each->string("role") == "main") return each->string("value");
    if (first.empty()) first = each->string("value");
  }
  return first;
}

void add_names(const JsonValue& item, std::initializer_list<std::string_view> lists, EntityKind kind,
               GivenStory& story) {
  for (const std::string_view list : lists) {
    for (const JsonValue* each : item.list(list)) add_given_name(kind, each->string("name"), story.given);
  }
}

std::string source_of(const JsonValue& item) {
  for (const std::string_view list : {"infosource", "infosources", "infoSources"}) {
    for (const JsonValue* each : item.list(list)) {
      if (const std::string_view name = each->string("name"); !name.empty()) return std::string(name);
    }
  }
  return std::string(item.string({"copyrightholder", "copyrightHolder", "provider"}));
}

void add_texts(const JsonValue& item, GivenStory& story) {
  std::string_view headline = item.string("headline");
  if (headline.empty()) headline = main_value(item, "headlines");
  if (headline.empty()) headline = item.string({"title", "name"});
  story.title = {std::string(headline), GivenMarkup::kPlain, "headline"};
  add_named_texts(item, "body_", story.contents);
  add_bodies(item, story);
  add_named_texts(item, "description_", story.summaries);
  for (const JsonValue* each : item.list("descriptions"))
    story.summaries.push_back({std::string(each->string("value")), GivenMarkup::kUnknown, "descriptions"});
}

GivenStory story_of(const JsonValue& item) {
  GivenStory story;
  story.id = item.string("uri");
  if (story.id.starts_with("http")) story.url = story.id;
  story.source = source_of(item);
  story.language = item.string("language");
  story.section = item.string("slugline");
  story.medium = item.string("type");
  story.dateline = item.string("located");
  for (const std::string_view name : {"published", "firstcreated", "firstCreated", "contentcreated", "contentCreated",
                                      "versioncreated", "versionCreated"})
    story.dates.push_back({std::string(item.string(name)), name});
  story.authors.emplace_back(item.string({"byline", "by"}));
  add_names(item, {"person", "people"}, EntityKind::kPerson, story);
  add_names(item, {"place", "places"}, EntityKind::kPlace, story);
  add_names(item, {"organisation", "organisations"}, EntityKind::kOrganization, story);
  add_texts(item, story);
  return story;
}

std::string json_of(const JsonValue& item) {
  JsonWriter out;
  write_json(item, out);
  return std::move(out).text();
}

class Ninjs final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "ninjs"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override { return is_item(head) ? 94 : 0; }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "cut it into files of one item each");
    if (!bytes) return std::move(bytes).error();
    auto text = decode_text(*bytes);
    if (!text) return std::move(text).error();
    std::size_t line_end = text->find('\n');
    const bool lines = line_end != std::string::npos && !trim(text->substr(line_end)).empty() &&
                       parse_json_tree(std::string_view(*text).substr(0, line_end)).ok();
    if (lines) return split_lines_of(*text, path, sink);
    auto json = parse_json_tree(*text);
    if (!json) return std::move(json).error();
    if (json->kind != JsonValue::Kind::kArray) {
      sink.record(RawRecord{this, path, 0, *std::move(text)});
      return {};
    }
    for (std::size_t i = 0; i < json->values.size(); ++i) {
      if (!sink.record(RawRecord{this, path, i + 1, json_of(json->values[i])})) break;
    }
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const auto item = parse_json_tree(record.bytes);
    if (!item) return item.error();
    return article_of_story(story_of(*item), record, "ninjs");
  }

 private:
  Result<void> split_lines_of(std::string_view text, const std::string& path, const RecordSink& sink) const {
    std::uint64_t number = 0;
    for (const std::string_view line : split_lines(text)) {
      ++number;
      if (trim(line).empty()) continue;
      if (!sink.record(RawRecord{this, path, number, std::string(line)})) break;
    }
    return {};
  }
};

}  // namespace

const ArticleFormat& ninjs_format() {
  static const Ninjs format;
  return format;
}

}  // namespace dateline
