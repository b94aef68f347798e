// HTML: one file is one saved web page, one page one article. What on it is the story is found in indexer/pages.
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/page_article.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/pages/html_signs.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_page(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  if (!is_wide_text(head)) return looks_like_html(head);
  const auto text = decode_page(head, {});
  return text && looks_like_html(*text);
}

class Html final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "html"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    if (is_page(head)) return 95;
    const bool named = path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".xhtml");
    return named && binary_kind(head).empty() && head.find('<') != std::string_view::npos ? 60 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "an HTML page of this size is no article");
    if (!bytes) return std::move(bytes).error();
    sink.record(RawRecord{this, path, 0, *std::move(bytes)});
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    if (record.bytes.empty()) return unreadable("is empty");
    auto read = article_of_page(record.bytes, {});
    if (!read) return read;
    Article& article = *read;
    article.key = article.url.empty() ? key_of_path(record.path) : article.url;
    article.path = record.path;
    article.record = record.record;
    article.origins.push_back({"id", article.url.empty() ? "path" : "url"});
    note_origins(article, "text");
    return read;
  }
};

}  // namespace

const ArticleFormat& html_format() {
  static const Html format;
  return format;
}

}  // namespace dateline
