// One state for each character; quotes count at the begin of a field only.
#include "indexer/formats/delimited_text.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {

std::size_t RecordEnds::find(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    if (at_ == At::kQuoted) {
      i = std::min(piece.find('"', i), piece.size());
      if (i < piece.size()) at_ = At::kQuoteInQuoted;
      continue;
    }
    if (at_ == At::kQuoteInQuoted && c == '"') {
      at_ = At::kQuoted;
    } else if (c == '\n') {
      at_ = At::kFieldBegin;
      return i + 1;
    } else if (c == delimiter_) {
      at_ = At::kFieldBegin;
    } else {
      at_ = at_ == At::kFieldBegin && c == '"' ? At::kQuoted : At::kField;
    }
  }
  return std::string_view::npos;
}

char find_delimiter(std::string_view head) {
  char best = ',';
  std::size_t most = 1;
  for (const char delimiter : {'\t', ';', ',', '|'}) {
    const std::size_t fields = split_fields(head, delimiter).size();
    if (fields > most) {
      most = fields;
      best = delimiter;
    }
  }
  return best;
}

std::vector<std::string> split_fields(std::string_view record, char delimiter) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  std::vector<std::string> fields(1);
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (record[i] == delimiter) {
      fields.emplace_back();
    } else if (record[i] != '"' || !fields.back().empty()) {
      fields.back() += record[i];
    } else {
      std::size_t end = record.find('"', i + 1);
      for (; end != std::string_view::npos && record.substr(end + 1).starts_with('"');
           end = record.find('"', end + 2)) {
        fields.back() += record.substr(i + 1, end - i);
        i = end + 1;
      }
      end = std::min(end, record.size());
      fields.back() += record.substr(i + 1, end - std::min(end, i + 1));
      i = end;
    }
  }
  return fields;
}

}  // namespace dateline
