// JSON Feed 1.0 and 1.1 (jsonfeed.org). Each item is an article. A record is {"feed": {…}, "item": {…}}.
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_story.h"
#include "indexer/formats/json_tree.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// What the feed tells of all its items.
std::string feed_part(const JsonValue& feed) {
  JsonWriter out;
  out.begin_object();
  for (const std::string_view name : {"title", "home_page_url", "feed_url", "language"}) {
    if (const std::string_view value = feed.string(name); !value.empty()) out.field(name, value);
  }
  for (const std::string_view name : {"author", "authors"}) {
    const JsonValue* const found = feed.find(name);
    if (found == nullptr) continue;
    out.key(name);
    write_json(*found, out);
  }
  return std::move(out.end_object()).text();
}

void add_authors(const JsonValue& of, std::vector<std::string>& authors) {
  for (const std::string_view list : {"authors", "author"}) {
    for (const JsonValue* each : of.list(list)) {
      authors.emplace_back(each->kind == JsonValue::Kind::kString ? std::string_view(each->text)
                                                                  : each->string("name"));
    }
    if (!authors.empty()) return;
  }
}

GivenStory entry_of(const JsonValue& feed, const JsonValue& item) {
  GivenStory entry;
  entry.collection = feed.string({"home_page_url", "feed_url", "title"});
  entry.id = item.string("id");
  entry.url = item.string({"url", "external_url"});
  entry.source = feed.string("title");
  entry.language = item.string("language");
  if (entry.language.empty()) entry.language = feed.string("language");
  entry.title = {std::string(item.string("title")), GivenMarkup::kUnknown, "title"};
  entry.contents.push_back({std::string(item.string("content_html")), GivenMarkup::kHtml, "content_html"});
  entry.contents.push_back({std::string(item.string("content_text")), GivenMarkup::kPlain, "content_text"});
  entry.summaries.push_back({std::string(item.string("summary")), GivenMarkup::kUnknown, "summary"});
  entry.dates.push_back({std::string(item.string("date_published")), "date_published"});
  entry.dates.push_back({std::string(item.string("date_modified")), "date_modified"});
  add_authors(item, entry.authors);
  if (entry.authors.empty()) add_authors(feed, entry.authors);
  return entry;
}

class JsonFeed final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "json_feed"; }
  [[nodiscard]] bool is_window() const override { return true; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    if (head.find('{') == std::string_view::npos || !binary_kind(head).empty()) return 0;
    const bool escaped = head.find("jsonfeed.org\\/version\\/") != std::string_view::npos;
    return escaped || head.find("jsonfeed.org/version/") != std::string_view::npos ? opening_claim(head) : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "a feed of this size is none");
    if (!bytes) return std::move(bytes).error();
    auto text = decode_text(*bytes);
    if (!text) return std::move(text).error();
    const auto feed = parse_json_tree(*text);
    if (!feed) return feed.error();
    const std::string about = feed_part(*feed);
    std::uint64_t number = 0;
    for (const JsonValue* item : feed->list("items")) {
      JsonWriter out;
      write_json(*item, out);
      RawRecord record{this, path, ++number, concat({"{\"feed\":", about, ",\"item\":", out.text(), "}"})};
      if (!sink.record(std::move(record))) return {};
    }
    if (number == 0) return unreadable("a JSON Feed without items");
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const auto json = parse_json_tree(record.bytes);
    if (!json) return json.error();
    const JsonValue* const feed = json->find("feed");
    const JsonValue* const item = json->find("item");
    if (feed == nullptr || item == nullptr) return unreadable("no item of a JSON Feed");
    return article_of_story(entry_of(*feed, *item), record, "feed");
  }

 private:
  // Beyond doubt where the document opens with it; a story may speak of JSON Feed, too.
  static int opening_claim(std::string_view head) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
    const std::size_t named = head.find("\"version\"");
    return trim(head).starts_with('{') && named != std::string_view::npos && named < head.find("jsonfeed.org") ? 96 : 0;
  }
};

}  // namespace

const ArticleFormat& json_feed_format() {
  static const JsonFeed format;
  return format;
}

}  // namespace dateline
