// Plain text: one file is one article, a saved news page. Cleaning decides what in it is the story.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 256 * 1024;

Error too_large(const ReadLimits& limits) {
  return unreadable(concat({"larger than ", with_thousands(limits.record_bytes), " bytes, too large for one article"}),
                    "cut it into files of one article each, or into JSON Lines");
}

// All bytes of the source, unless they are too many or no text: then as few as show it are read.
Result<std::string> read_all(ByteSource& source, const ReadLimits& limits) {
  std::string bytes;
  std::vector<char> buffer(kReadBytes);
  while (true) {
    auto got = source.read(std::span(buffer));
    if (!got) return std::move(got).error();
    if (*got == 0) return bytes;
    const bool first = bytes.empty();
    bytes.append(buffer.data(), *got);
    if (bytes.size() > limits.record_bytes) return too_large(limits);
    if (first && !binary_kind(bytes).empty()) return bytes;
  }
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
    auto bytes = read_all(source, limits);
    if (!bytes) return std::move(bytes).error();
    sink.record(RawRecord{this, path, 0, *std::move(bytes)});
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    if (record.bytes.empty()) return unreadable("is empty");
    auto text = decode_text(record.bytes);
    if (!text) return std::move(text).error();
    Article article = clean_page_text(*text);
    if (article.text.empty()) return unreadable("has no text");
    article.key = key_of_path(record.path);
    article.path = record.path;
    article.record = record.record;
    return article;
  }
};

}  // namespace

const ArticleFormat& plain_text_format() {
  static const PlainText format;
  return format;
}

}  // namespace dateline
