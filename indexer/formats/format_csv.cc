// CSV and TSV with a head: one record is one article, a column goes where its name says.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/block_reader.h"
#include "indexer/formats/delimited_text.h"
#include "indexer/formats/field_article.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/memory_source.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostHead = 64 * 1024;
constexpr std::string_view kWideHint = "convert it first: iconv -f UTF-16 -t UTF-8 FILE";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// What the names of columns promise.
struct Columns {
  std::size_t count = 0;
  std::size_t known = 0;  // that have names of ours
  bool text = false;
};

Columns columns_of(std::string_view head, const FieldMap* map) {
  const FieldCollector names(map);
  Columns columns;
  for (const std::string& name : split_fields(head, find_delimiter(head))) {
    const auto slot = names.slot_of(trim(name));
    ++columns.count;
    if (slot) ++columns.known;
    columns.text = columns.text || (slot && names.field_of(*slot) == RecordField::kText);
  }
  return columns;
}

// "'Kopf', 'Inhalt', 'Tag'"; the first ones, where there are many.
std::string names_of(std::string_view line) {
  constexpr std::size_t kMost = 150;  // bytes
  const auto head = decode_page(line, {});
  if (!head) return "a head that cannot be read";
  std::string names;
  for (const std::string& column : split_fields(*head, find_delimiter(*head))) {
    const std::string next = concat({names.empty() ? "" : ", ", "'", normalize_line(column), "'"});
    if (names.size() + next.size() > kMost) return names + ", …";
    names += next;
  }
  return names;
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

bool is_list(RecordField field) {
  return field == RecordField::kPeople || field == RecordField::kPlaces || field == RecordField::kOrganizations;
}

// "Jane Doe; John Roe" and "Jane Doe|John Roe" in one field are two names.
void add_values(FieldCollector& fields, std::size_t slot, std::string value) {
  if (!is_list(fields.field_of(slot))) return fields.add(slot, std::move(value));
  std::replace(value.begin(), value.end(), '|', ';');
  for (const std::string_view name : split(value, ';')) fields.add(slot, std::string(trim(name)));
}

// Cuts the records out of a stream, with the lines that they begin at.
class Cutting {
 public:
  explicit Cutting(ByteSource& source) : input_(source) {}

  // The next record with its line end; empty at the end. nullopt where it is too long.
  Result<std::optional<std::string>> next(char delimiter, std::uint64_t most) {
    begins_at_ = line_;
    RecordEnds ends(delimiter);
    std::string record;
    bool too_long = false;
    for (bool ended = false; !ended;) {
      auto piece = input_.look();
      if (!piece) return std::move(piece).error();
      if (piece->empty()) break;
      const std::size_t found = ends.find(*piece);
      ended = found != std::string_view::npos;
      const std::size_t count = ended ? found : piece->size();
      line_ += static_cast<std::uint64_t>(
          std::count(piece->begin(), piece->begin() + static_cast<std::ptrdiff_t>(count), '\n'));
      too_long = too_long || record.size() + count > most;
      if (too_long) {
        std::string().swap(record);
      } else {
        record += piece->substr(0, count);
      }
      input_.take(count);
    }
    if (too_long) return std::optional<std::string>();
    return std::optional(std::move(record));
  }
  [[nodiscard]] std::uint64_t line() const { return begins_at_; }

 private:
  BlockReader input_;
  std::uint64_t line_ = 1;
  std::uint64_t begins_at_ = 1;
};

class Csv final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "csv"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    constexpr std::array<std::string_view, 3> kEndings = {".csv", ".tsv", ".tab"};
    const bool named =
        std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
    if (!binary_kind(head).empty()) return 0;
    if (is_wide_text(head)) return named ? 60 : 0;
    const Columns columns = columns_of(first_line(without_mark(head)), nullptr);
    if (columns.text && columns.known >= 2) return 85;
    return named && !trim(head).empty() ? 60 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    BlockReader input(source);
    auto begin = input.look(kMostHead);
    if (!begin) return std::move(begin).error();
    if (begin->empty()) return unreadable("is empty");
    RestOfSource rest(input);
    if (!is_wide_text(*begin)) return split_narrow(rest, path, limits, sink);
    auto bytes = read_whole(rest, limits, kWideHint);
    if (!bytes) return std::move(bytes).error();
    auto text = decode_page(*bytes, {});
    if (!text) return std::move(text).error();
    MemorySource decoded(*text);
    return split_narrow(decoded, path, limits, sink);
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    auto text = decode_page(record.bytes, {});
    if (!text) return std::move(text).error();
    const std::string_view head = first_line(*text);
    const char delimiter = find_delimiter(head);
    const auto names = split_fields(head, delimiter);
    auto values = split_fields(std::string_view(*text).substr(std::min(head.size() + 1, text->size())), delimiter);
    while (values.size() > names.size() && trim(values.back()).empty()) values.pop_back();
    if (values.size() > names.size()) {
      return unreadable(concat({plural(values.size(), "field"), ", but the head names ", std::to_string(names.size())}),
                        "fields that have the separator in them need quotes");
    }
    FieldCollector fields(record.fields);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto slot = fields.slot_of(trim(names[i]));
      if (slot) add_values(fields, *slot, std::move(values[i]));
    }
    return article_of_fields(fields.take(), record, "column");
  }

 private:
  // Each record goes with the head before it, so that it can be read alone.
  Result<void> split_narrow(ByteSource& source, const std::string& path, const ReadLimits& limits,
                            const RecordSink& sink) const {
    Cutting records(source);
    auto first = records.next('\n', std::min<std::uint64_t>(kMostHead, limits.record_bytes));
    if (!first) return std::move(first).error();
    if (!*first) return unreadable("its first line is too long for the names of columns");
    std::string head(without_mark(**first));
    while (head.ends_with('\n') || head.ends_with('\r')) head.pop_back();
    if (!columns_of(head, limits.fields).text) {
      return unreadable(concat({"has no column of a known name with the text; it has ", names_of(head),
                                ". Say which it is: --map text=COLUMN"}),
                        "dateline-index help add says more of --map");
    }
    const char delimiter = find_delimiter(head);
    head += '\n';
    while (true) {
      auto record = records.next(delimiter, limits.record_bytes);
      if (!record) return std::move(record).error();
      bool go_on = true;
      if (!*record) {
        go_on = sink.rejection({path, records.line(), too_long(limits)});
      } else if ((*record)->empty()) {
        return {};
      } else if (!trim(**record).empty()) {
        go_on = sink.record(RawRecord{this, path, records.line(), head + **record});
      }
      if (!go_on) return {};
    }
  }

  static Error too_long(const ReadLimits& limits) {
    return unreadable(concat({"a record of more than ", with_thousands(limits.record_bytes),
                              " bytes, too large for one article; perhaps a quote is never closed"}));
  }
};

}  // namespace

const ArticleFormat& csv_format() {
  static const Csv format;
  return format;
}

}  // namespace dateline
