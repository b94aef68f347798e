// JSON Lines: one object a line, one article an object. The fields are those of the design document.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/line_reader.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostAuthors = 100;  // more is no list of authors

// What programs write where they know nothing.
bool says_nothing(std::string_view value) {
  return value == "None" || value == "null" || value == "nan" || value == "NaN" || value == "N/A";
}

std::string line_of(const JsonRecord& json, JsonField field) {
  std::string line = normalize_line(json.one(field));
  return says_nothing(line) ? std::string() : line;
}

std::vector<std::string> authors_of(const JsonRecord& json) {
  std::vector<std::string> authors;
  for (const std::string& written : json.all(JsonField::kAuthor)) {
    for (std::string& name : split_names(written)) {
      const bool known = std::find(authors.begin(), authors.end(), name) != authors.end();
      if (!known && !says_nothing(name)) authors.push_back(std::move(name));
    }
    if (authors.size() >= kMostAuthors) break;
  }
  return authors;
}

void add_given(const JsonRecord& json, JsonField field, EntityKind kind, std::vector<GivenEntity>& given) {
  std::unordered_set<std::string> known;
  for (const std::string& written : json.all(field)) {
    std::string name = normalize_line(written);
    if (!name.empty() && known.insert(name).second) given.push_back({kind, std::move(name)});
  }
}

std::string key_of(const Article& article, const JsonRecord& json) {
  if (std::string id = line_of(json, JsonField::kId); !id.empty()) return id;
  if (!article.url.empty()) return article.url;
  return concat({key_of_path(article.path), "#", std::to_string(article.record)});
}

Result<Article> article_of(const JsonRecord& json, const RawRecord& record) {
  Article article;
  article.text = normalize_text(json.one(JsonField::kText));
  article.text.resize(without_sign_off(article.text).size());
  if (article.text.empty()) return unreadable("has no text", "each object needs a field \"text\" that is not empty");
  article.path = record.path;
  article.record = record.record;
  article.title = line_of(json, JsonField::kTitle);
  article.source = line_of(json, JsonField::kSource);
  article.url = line_of(json, JsonField::kUrl);
  article.authors = authors_of(json);
  article.published = parse_date(json.one(JsonField::kDate)).value_or(PublishedDate{});
  article.language = given_language(line_of(json, JsonField::kLanguage));
  article.key = key_of(article, json);
  add_given(json, JsonField::kPeople, EntityKind::kPerson, article.given);
  add_given(json, JsonField::kPlaces, EntityKind::kPlace, article.given);
  add_given(json, JsonField::kOrganizations, EntityKind::kOrganization, article.given);
  article.dateline = given_dateline(line_of(json, JsonField::kDateline));
  fill_from_text(article);
  note_origins(article, "json");
  return article;
}

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
    auto json = parse_json_record(line);
    if (!json) return std::move(json).error();
    return article_of(*json, record);
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
