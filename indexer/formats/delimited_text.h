// Delimited text (CSV, TSV): where records end and what their fields are. RFC 4180 with what spreadsheets make of it:
// commas, semicolons, tabs or bars; line ends within quotes; quotes that open in the middle of a field are letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Finds the ends of records in a stream that comes in pieces.
class RecordEnds {
 public:
  explicit RecordEnds(char delimiter) : delimiter_(delimiter) {}
  // How many bytes of `piece`, which follows what was given before, are of the present record, with its line end; npos
  // where it goes on behind the piece.
  std::size_t find(std::string_view piece);

 private:
  enum class At : unsigned char { kFieldBegin, kField, kQuoted, kQuoteInQuoted };
  char delimiter_;
  At at_ = At::kFieldBegin;
};

// The delimiter that makes most fields of the head of a table: ',' where it has one field only.
char find_delimiter(std::string_view head);

// The fields of one record, without quotes. A quote that is never closed ends with the record.
std::vector<std::string> split_fields(std::string_view record, char delimiter);

}  // namespace dateline
