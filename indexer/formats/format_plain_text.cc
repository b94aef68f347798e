// Plain text: one file is one article, a saved news page. Cleaning decides what in it is the story.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_document.h"

namespace dateline {
namespace {

constexpr std::string_view kTooLargeHint = "cut it into files of one article each, or into JSON Lines";

// A text may have a tag at its beginning; XML has a name that says so, or a comment before its first element.
bool is_other_xml(const RawRecord& record) {
  const std::string_view head = std::string_view(record.bytes).substr(0, 4096);
  const bool likely = record.path.ends_with(".xml") || trim(head).starts_with("<!--");
  return likely && !outermost_element(head).empty();
}

class PlainText final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "plain_text"; }

  // Whatever no other format wants is tried as text, so that its rejection can say what it looks like.
  [[nodiscard]] int claims(std::string_view, std::string_view path) const override {
    constexpr std::string_view kEndings[] = {".txt", ".text"};
    const bool named = std::any_of(std::begin(kEndings), std::end(kEndings),
                                   [&](std::string_view ending) { return path.ends_with(ending); });
    return named ? 50 : 1;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, kTooLargeHint);
    if (!bytes) return std::move(bytes).error();
    sink.record(RawRecord{this, path, 0, *std::move(bytes)});
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    if (record.bytes.empty()) return unreadable("is empty");
    if (is_other_xml(record)) return unreadable("XML, but of no kind that is read", "see: dateline-index help formats");
    auto text = decode_text(record.bytes);
    if (!text) return std::move(text).error();
    Article article = clean_page_text(*text);
    if (article.text.empty()) return unreadable("has no text");
    article.key = key_of_path(record.path);
    article.path = record.path;
    article.record = record.record;
    note_origins(article, "text");
    return article;
  }
};

}  // namespace

const ArticleFormat& plain_text_format() {
  static const PlainText format;
  return format;
}

}  // namespace dateline
