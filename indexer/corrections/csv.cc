// Read by hand: it is two states.
#include "indexer/corrections/csv.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

Error unreadable(std::size_t line, std::string_view what) {
  return {.code = ErrorCode::kUnreadable, .message = concat({"line ", std::to_string(line), ": ", what})};
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }

  Result<CsvRecord> record() {
    CsvRecord record{.line = line_, .fields = {}};
    while (true) {
      record.fields.emplace_back();
      auto read = is_next('"') ? quoted(record.fields.back()) : plain(record.fields.back());
      if (!read) return std::move(read).error();
      if (!is_next(',')) break;
      ++at_;
    }
    if (!at_end()) ++at_, ++line_;  // the line end
    return record;
  }

 private:
  [[nodiscard]] bool is_next(char c) const { return !at_end() && bytes_[at_] == c; }

  Result<void> plain(std::string& field) {
    const std::size_t end = std::min(bytes_.find_first_of(",\n", at_), bytes_.size());
    field = bytes_.substr(at_, end - at_);
    at_ = end;
    if (field.ends_with('\r')) field.pop_back();
    return {};
  }

  Result<void> quoted(std::string& field) {
    const std::size_t opened = line_;
    for (++at_; !is_next('"') || doubled(); ++at_) {
      if (at_end()) return unreadable(opened, "a quote is opened and never closed");
      if (is_next('"')) ++at_;  // two stand for one
      if (is_next('\n')) ++line_;
      field.push_back(bytes_[at_]);
    }
    ++at_;
    if (is_next('\r')) ++at_;
    if (at_end() || is_next(',') || is_next('\n')) return {};
    return unreadable(line_, "after a closing quote comes a comma or the end of the line");
  }
  [[nodiscard]] bool doubled() const { return at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"'; }

  std::string_view bytes_;
  std::size_t at_ = 0, line_ = 1;
};

}  // namespace

Result<std::vector<CsvRecord>> parse_csv(std::string_view bytes) {
  std::vector<CsvRecord> records;
  CsvReader reader(bytes);
  while (!reader.at_end()) {
    auto record = reader.record();
    if (!record) return std::move(record).error();
    const bool is_blank = record->fields.size() == 1 && trim(record->fields.front()).empty();
    if (!is_blank) records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace dateline
