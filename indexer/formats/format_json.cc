// JSON as a document: one object, an array of objects, or an answer of a news API with such an array in it.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/block_reader.h"
#include "indexer/formats/field_article.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/json_objects.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

bool has_list(std::string_view head) {
  const JsonObjectSink nobody{.object = [](std::string&&) { return false; }, .too_large = [] { return false; }};
  JsonObjects objects(head.size(), nobody);
  objects.read(head);
  return objects.found_list();
}

// JSON Lines have one object a line, a document goes on behind its first line. A line that has no end here may be
// either.
enum class Shape : unsigned char { kUnknown, kLines, kSpread };

Shape shape_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return Shape::kUnknown;
  const bool closed = trim(text.substr(0, end)).ends_with('}');
  if (!closed) return Shape::kSpread;
  return trim(text.substr(end)).starts_with('{') ? Shape::kLines : Shape::kUnknown;
}

class Json final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "json"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    if (!binary_kind(head).empty()) return 0;
    const std::string_view text = trim(without_mark(head));
    if (text.starts_with('[')) {
      const std::string_view inside = trim(text.substr(1));
      return inside.starts_with('{') || inside.starts_with(']') ? 92 : 0;
    }
    if (!text.starts_with('{')) return 0;
    const Shape shape = shape_of(text);
    if (shape == Shape::kLines) return 40;
    if (has_list(text)) return 92;
    const std::string_view inside = trim(text.substr(1));
    if (!inside.starts_with('"') && !inside.starts_with('}')) return 0;
    if (trim(text.substr(0, text.find('\n'))) == "{") return 92;
    return shape == Shape::kSpread ? 75 : 40;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    std::uint64_t record = 0;
    bool go_on = true;
    const JsonObjectSink objects{.object =
                                     [&](std::string&& bytes) {
                                       return go_on = sink.record(RawRecord{this, path, ++record, std::move(bytes)});
                                     },
                                 .too_large =
                                     [&] {
                                       return go_on = sink.rejection({path, ++record, object_too_large(limits)});
                                     }};
    JsonObjects cutter(limits.record_bytes, objects);
    BlockReader input(source);
    if (auto begin = input.look(kByteOrderMark.size()); begin && begin->starts_with(kByteOrderMark)) {
      input.take(kByteOrderMark.size());
    }
    while (true) {
      auto piece = input.look();
      if (!piece) return std::move(piece).error();
      if (piece->empty()) break;
      if (!cutter.read(*piece)) break;
      input.take(piece->size());
    }
    if (!go_on) return {};
    if (!cutter.is_json()) return unreadable("no valid JSON between objects", kHint);
    if (cutter.within_value()) return unreadable("the file ends within a value of JSON (truncated)", kHint);
    if (record == 0) return unreadable("JSON without an object that could be an article", kHint);
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    auto text = decode_page(record.bytes, {});
    if (!text) return std::move(text).error();
    auto fields = parse_json_record(*text, record.fields);
    if (!fields) return std::move(fields).error();
    return article_of_fields(*fields, record, "json");
  }

 private:
  static constexpr std::string_view kHint =
      "an article is an object of the file, of its array, or of an array called articles, items, results, data or docs";

  static Error object_too_large(const ReadLimits& limits) {
    return unreadable(
        concat({"an object of more than ", with_thousands(limits.record_bytes), " bytes, too large for one article"}));
  }
};

}  // namespace

const ArticleFormat& json_format() {
  static const Json format;
  return format;
}

}  // namespace dateline
