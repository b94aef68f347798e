// Columns on disk: appending, committing and mapping them. See column.h for the layout; column_check.cc reads them
// whole.
#include "shared/columns/column.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>
#include <utility>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kRebuildHint = "run dateline-index rebuild: it makes the columns anew from the catalog";

std::string column_path(const std::string& folder, std::string_view name, std::uint32_t generation,
                        const char* ending) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%06u", generation);
  return concat({folder, "/", name, ".", digits.data(), ".", ending});
}

Error damaged(std::string message) {
  return {ErrorCode::kArchiveDamaged, std::move(message), std::string(kRebuildHint)};
}

// Drops one blank-separated number from the front of `text`; false where there is none.
template <class Integer>
bool take_number(std::string_view& text, Integer& number, int base) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.empty()) return true;
  if (text.front() != ' ') return false;
  text.remove_prefix(1);
  return true;
}

// A file that the commit says is there. Missing or short means damage, whatever the operating system calls it.
Result<MappedFile> map_committed(const std::string& path, std::uint64_t length) {
  auto file = MappedFile::open(path);
  if (!file) {
    if (file.error().code == ErrorCode::kNotFound) return damaged(concat({"column file ", path, " is missing"}));
    return std::move(file).error();
  }
  if (file->bytes().size() < length) {
    return damaged(concat({"column file ", path, " has ", std::to_string(file->bytes().size()), " bytes, of ",
                           std::to_string(length), " that were committed"}));
  }
  return file;
}

Result<void> check_last_entry(const std::string& path, std::string_view index, const ColumnCommit& commit) {
  const auto end = load_le<std::uint64_t>(index.data() + 8 * (commit.records - 1));
  if (end == commit.data_bytes) return {};
  return damaged(concat({"column index ", path, " ends at byte ", std::to_string(end), " of the data instead of ",
                         std::to_string(commit.data_bytes)}));
}

}  // namespace

std::string encode(const ColumnCommit& commit) {
  std::array<char, 96> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%u %llu %llu %08x %08x", commit.generation,
                    static_cast<unsigned long long>(commit.records), static_cast<unsigned long long>(commit.data_bytes),
                    commit.data_crc, commit.index_crc);
  return {text.data(), static_cast<std::size_t>(length)};
}

Result<ColumnCommit> decode_column_commit(std::string_view text) {
  ColumnCommit commit;
  std::string_view rest = text;
  const bool complete = take_number(rest, commit.generation, 10) && take_number(rest, commit.records, 10) &&
                        take_number(rest, commit.data_bytes, 10) && take_number(rest, commit.data_crc, 16) &&
                        take_number(rest, commit.index_crc, 16);
  // Ids are 32-bit; a larger count would also overflow the index's length.
  if (!complete || !rest.empty() || text.back() == ' ' || commit.records > std::numeric_limits<std::uint32_t>::max() ||
      (commit.records == 0 && commit.data_bytes != 0)) {
    return damaged(concat({"the index's note of a column's length cannot be read: '", text.substr(0, 100), "'"}));
  }
  return commit;
}

std::string column_data_path(const std::string& folder, std::string_view name, std::uint32_t generation) {
  return column_path(folder, name, generation, "data");
}

std::string column_index_path(const std::string& folder, std::string_view name, std::uint32_t generation) {
  return column_path(folder, name, generation, "index");
}

Result<ColumnWriter> ColumnWriter::open(const std::string& folder, std::string_view name, const ColumnCommit& last) {
  const std::string index_path = column_index_path(folder, name, last.generation);
  const std::string data_path = column_data_path(folder, name, last.generation);
  if (last.records > 0) {
    // Both files are looked at before either is cut: nothing is changed in a damaged archive.
    auto data = map_committed(data_path, last.data_bytes);
    if (!data) return std::move(data).error();
    auto index = map_committed(index_path, 8 * last.records);
    if (!index) return std::move(index).error();
    if (auto fits = check_last_entry(index_path, index->bytes(), last); !fits) return std::move(fits).error();
  }
  ColumnWriter writer;
  auto data = AppendFile::open(data_path, last.data_bytes);
  if (!data) return std::move(data).error();
  auto index = AppendFile::open(index_path, 8 * last.records);
  if (!index) return std::move(index).error();
  writer.data_ = std::move(*data);
  writer.index_ = std::move(*index);
  writer.state_ = last;
  writer.folder_ = folder;
  writer.created_ = writer.changed_ = last.records == 0;
  return writer;
}

Result<void> ColumnWriter::append_index_entry() {
  std::array<char, 8> entry{};
  std::memcpy(entry.data(), &state_.data_bytes, entry.size());
  const std::string_view bytes(entry.data(), entry.size());
  if (auto done = index_.append(bytes); !done) return done;
  state_.index_crc = crc32_of(bytes, state_.index_crc);
  ++state_.records;
  return {};
}

Result<void> ColumnWriter::append(std::uint32_t docid, std::string_view record) {
  if (broken_ || docid <= state_.records) {
    return Error{ErrorCode::kInternal, concat({"record ", std::to_string(docid), " was appended to a column ",
                                               broken_ ? "that has failed" : "behind a higher one"})};
  }
  broken_ = true;  // until all went well
  changed_ = true;
  while (state_.records + 1 < docid) {
    if (auto done = append_index_entry(); !done) return done;
  }
  if (auto done = data_.append(record); !done) return done;
  state_.data_crc = crc32_of(record, state_.data_crc);
  state_.data_bytes += record.size();
  if (auto done = append_index_entry(); !done) return done;
  broken_ = false;
  return {};
}

Result<ColumnCommit> ColumnWriter::commit() {
  if (broken_) return Error{ErrorCode::kInternal, "commit of a column that has failed"};
  if (!changed_) return state_;
  broken_ = true;
  if (auto done = data_.sync(); !done) return std::move(done).error();
  if (auto done = index_.sync(); !done) return std::move(done).error();
  if (created_) {
    if (auto done = sync_folder(folder_); !done) return std::move(done).error();
  }
  created_ = changed_ = broken_ = false;
  return state_;
}

Result<ColumnReader> ColumnReader::open(const std::string& folder, std::string_view name, const ColumnCommit& commit) {
  ColumnReader reader;
  reader.commit_ = commit;
  if (commit.records == 0) return reader;  // nothing was promised: the files need not even be there
  const std::string index_path = column_index_path(folder, name, commit.generation);
  auto data = map_committed(column_data_path(folder, name, commit.generation), commit.data_bytes);
  if (!data) return std::move(data).error();
  auto index = map_committed(index_path, 8 * commit.records);
  if (!index) return std::move(index).error();
  if (auto fits = check_last_entry(index_path, index->bytes(), commit); !fits) return std::move(fits).error();
  reader.data_ = std::move(*data);
  reader.index_ = std::move(*index);
  return reader;
}

}  // namespace dateline
