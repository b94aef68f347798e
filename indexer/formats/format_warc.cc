// WARC: what a crawler kept of the web, a record for each response. Its pages are articles; what else it has is passed
// over.
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/header_fields.h"
#include "indexer/formats/http_body.h"
#include "indexer/formats/page_article.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/warc_records.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// "WARC/1.0", "WARC/1.1", and the drafts before them ("WARC/0.18"), which look the same.
bool begins_record(std::string_view text) {
  return text.starts_with("WARC/1.") || text.starts_with("WARC/0.");
}

Result<Article> article_of_text(std::string_view bytes) {
  auto text = decode_text(bytes);
  if (!text) return std::move(text).error();
  Article article = clean_page_text(*text);
  if (article.text.empty()) return unreadable("has no text");
  return article;
}

// The address that was crawled is the article's, whatever the page says of itself.
void set_address(std::string address, Article& article) {
  if (address.empty()) return;
  std::erase_if(article.origins, [](const FieldOrigin& origin) { return origin.field == "url"; });
  article.url = std::move(address);
  article.origins.push_back({"url", "WARC-Target-URI"});
}

class Warc final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "warc"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    if (begins_record(head)) return 100;
    return path.ends_with(".warc") && head.find("\nWARC/1.") != std::string_view::npos ? 80 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    const WarcSink parts{.capture =
                             [&](std::uint64_t number, std::string&& packed) {
                               return sink.record(RawRecord{this, path, number, std::move(packed)});
                             },
                         .rejection =
                             [&](std::uint64_t number, Error&& error) {
                               return sink.rejection({path, number, std::move(error)});
                             }};
    return read_warc(source, limits, parts);
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    WarcCapture capture = unpack_capture(record.bytes);
    const MediaType type = read_media_type(capture.content_type);
    auto body = decode_http_body(capture.body, capture.transfer_encoding, capture.content_encoding, ReadLimits{});
    if (!body) return std::move(body).error();
    auto read = type.type == "text/plain"
                    ? article_of_text(*body)
                    : article_of_page(*body, {.charset = type.charset, .address = capture.address});
    if (!read) return read;
    set_address(std::move(capture.address), *read);
    read->key = read->url.empty() ? concat({key_of_path(record.path), "#", std::to_string(record.record)}) : read->url;
    read->path = record.path;
    read->record = record.record;
    read->origins.push_back({"id", read->url.empty() ? "path" : "url"});
    note_origins(*read, "text");
    return read;
  }
};

}  // namespace

const ArticleFormat& warc_format() {
  static const Warc format;
  return format;
}

}  // namespace dateline
