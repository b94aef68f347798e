// JSON Lines: one object a line, one article an object. The fields are those of the design document.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/article_format.h"
#include "indexer/formats/field_article.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/line_reader.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// FF and FE side by side are no letters of any text that has lines of JSON: pieces of UTF-16, or of no text at all.
std::size_t find_utf16_mark(std::string_view line) {
  return std::min(line.find("\xFF\xFE"), line.find("\xFE\xFF"));
}

// A file that is one JSON document spread over lines: its first line opens it and does not close it.
bool opens_document(std::string_view line) {
  const std::string_view text = trim(line);
  return text == "{" || text == "[" || text == "[{";
}

class JsonLines final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "jsonl"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    constexpr std::string_view kEndings[] = {".jsonl", ".ndjson", ".jsonlines", ".jl"};
    if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
    if (!binary_kind(head).empty()) return 0;
    const std::string_view text = trim(head);
    const bool named = std::any_of(std::begin(kEndings), std::end(kEndings),
                                   [&](std::string_view ending) { return path.ends_with(ending); });
    if (named) return 90;
    if (path.ends_with(".json")) return 70;
    const std::string_view inside = text.starts_with('{') ? trim(text.substr(1)) : std::string_view();
    return inside.starts_with('"') || inside.starts_with('}') ? 60 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    LineReader lines(source, limits.record_bytes);
    bool first = true;
    while (true) {
      RawRecord record{this, path, 0, {}};
      auto outcome = lines.next(record.bytes);
      if (!outcome) return std::move(outcome).error();
      if (*outcome == LineReader::Outcome::kEnd) break;
      record.record = lines.line_number();
      if (*outcome == LineReader::Outcome::kTooLong) {
        if (!sink.rejection({path, record.record, line_too_long(limits)})) return {};
        continue;
      }
      if (record.record == 1 && record.bytes.starts_with(kByteOrderMark)) record.bytes.erase(0, kByteOrderMark.size());
      if (is_blank(record.bytes)) continue;
      if (std::exchange(first, false)) {
        if (auto wrong = wrong_kind_of_file(record.bytes)) return *std::move(wrong);
      }
      if (!sink.record(std::move(record))) return {};
    }
    if (lines.line_number() == 0) return unreadable("is empty");
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    if (find_invalid_utf8(record.bytes) == std::string_view::npos) return parse_utf8(record.bytes, record);
    if (const std::size_t mark = find_utf16_mark(record.bytes); mark != std::string_view::npos) {
      return unreadable(concat({"byte ", std::to_string(mark + 1), ": neither UTF-8 nor Windows-1252"}));
    }
    auto text = decode_text(record.bytes);
    if (!text) return std::move(text).error();
    return parse_utf8(*text, record);
  }

 private:
  static Result<Article> parse_utf8(std::string_view line, const RawRecord& record) {
    auto fields = parse_json_record(line, record.fields);
    if (!fields) return std::move(fields).error();
    return article_of_fields(*fields, record, "json");
  }

  static Error line_too_long(const ReadLimits& limits) {
    return unreadable(
        concat({"a line of more than ", with_thousands(limits.record_bytes), " bytes, too large for one article"}));
  }

  // What the first line tells of the whole file, so that it is said once and not for each line.
  static std::optional<Error> wrong_kind_of_file(std::string_view first_line) {
    if (first_line.starts_with("\xFF\xFE") || first_line.starts_with("\xFE\xFF")) {
      return unreadable("UTF-16, but JSON Lines are UTF-8", "convert it first: iconv -f UTF-16 -t UTF-8 FILE");
    }
    if (!opens_document(first_line)) return std::nullopt;
    return unreadable("one JSON document over many lines, not JSON Lines (one object a line)",
                      "convert it first, for example with: jq -c '.[]' FILE");
  }
};

}  // namespace

const ArticleFormat& json_lines_format() {
  static const JsonLines format;
  return format;
}

}  // namespace dateline
