// An append-only column: document id → bytes, in two files that readers map. This room knows nothing of what the bytes
// mean, of Xapian or SQLite: the caller keeps the ColumnCommit in the same transaction as the documents.
//
// Files in the archive's folder: NAME.GGGGGG.data, the records one after the other, and NAME.GGGGGG.index, for document
// id d at byte 8·(d−1) the little-endian u64 end of its record (its begin is the end before it). Document ids without a
// record (removed before they were written, gaps) have an empty one. What lies beyond the committed lengths is a
// crash's leavings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/files.h"
#include "shared/base/result.h"

namespace dateline {

// What a commit promises of a column's files. Kept as text in Xapian's metadata.
struct ColumnCommit {
  std::uint32_t generation = 1;
  std::uint64_t records = 0;  // the highest document id with an index entry
  std::uint64_t data_bytes = 0;
  std::uint32_t data_crc = 0;   // CRC-32 of the committed bytes of .data
  std::uint32_t index_crc = 0;  // … of .index
  friend bool operator==(const ColumnCommit&, const ColumnCommit&) = default;
};
std::string encode(const ColumnCommit& commit);                    // "1 25000 1640000 9f3a… 77c1…"
Result<ColumnCommit> decode_column_commit(std::string_view text);  // kArchiveDamaged

std::string column_data_path(const std::string& folder, std::string_view name, std::uint32_t generation);
std::string column_index_path(const std::string& folder, std::string_view name, std::uint32_t generation);

// One writer at a time (the archive's lock sees to that). Move-only. After an error of append() or commit() it refuses
// everything: open it anew from the last commit that was recorded.
class ColumnWriter {
 public:
  // Cuts both files to `last` (a fresh ColumnCommit with records 0 creates them). Shorter files: kArchiveDamaged.
  static Result<ColumnWriter> open(const std::string& folder, std::string_view name, const ColumnCommit& last);
  // Document ids must rise; gaps become empty records.
  Result<void> append(std::uint32_t docid, std::string_view record);
  Result<ColumnCommit> commit();  // durable when it returns; the caller records it together with the documents
  [[nodiscard]] std::uint64_t records() const { return state_.records; }  // with those not committed yet

 private:
  Result<void> append_index_entry();

  AppendFile data_, index_;
  ColumnCommit state_;
  std::string folder_;
  bool created_ = false;  // the files are new: the folder has to be synced with them
  bool changed_ = false;  // since the last commit
  bool broken_ = false;
};

// Any number of threads. Sees what was committed, whatever a writer appends meanwhile. Damaged bytes give empty or
// wrong records, never an access out of bounds; only cutting a file below its committed length under a running reader
// is fatal.
class ColumnReader {
 public:
  static Result<ColumnReader> open(const std::string& folder, std::string_view name, const ColumnCommit& commit);
  // Empty for ids beyond the column or where the index is damaged. Inline: facets are counted with one call a document.
  [[nodiscard]] std::string_view record(std::uint32_t docid) const {
    if (docid == 0 || docid > commit_.records) return {};
    const char* entry = index_.bytes().data() + std::size_t{8} * (docid - 1);
    const auto begin = docid == 1 ? 0 : load_le<std::uint64_t>(entry - 8);
    const auto end = load_le<std::uint64_t>(entry);
    if (begin > end || end > commit_.data_bytes) return {};
    return {data_.bytes().data() + begin, end - begin};
  }
  [[nodiscard]] std::uint64_t records() const { return commit_.records; }
  // See MappedFile: for those who read a column from its begin to its end.
  void drop_pages() const {
    data_.drop_pages();
    index_.drop_pages();
  }
  // The files as they were mapped, with what lies beyond the commit.
  [[nodiscard]] std::string_view mapped_data() const { return data_.bytes(); }
  [[nodiscard]] std::string_view mapped_index() const { return index_.bytes(); }

 private:
  MappedFile data_, index_;
  ColumnCommit commit_;
};

// Reads everything: lengths, checksums, that index entries rise and end at the data's end. One line for each problem.
std::vector<std::string> check_column(const std::string& folder, std::string_view name, const ColumnCommit& commit);

}  // namespace dateline
