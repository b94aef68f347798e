// Proves a column's files against its commit, byte by byte.
#include <algorithm>

#include "shared/base/strings.h"
#include "shared/columns/column.h"

namespace dateline {
namespace {

// The committed bytes of `path` if they are there; else a line in `problems`.
Result<MappedFile> map_for_check(const std::string& path, std::uint64_t length, std::vector<std::string>& problems) {
  auto file = MappedFile::open(path);
  if (!file) {
    problems.push_back(concat({path, ": ", file.error().message}));
  } else if (file->bytes().size() < length) {
    problems.push_back(concat(
        {path, ": ", std::to_string(file->bytes().size()), " bytes, but ", std::to_string(length), " were committed"}));
  }
  return file;
}

void check_crc(const std::string& path, std::string_view bytes, std::uint32_t expected,
               std::vector<std::string>& problems) {
  if (crc32_of(bytes) != expected) problems.push_back(concat({path, ": the checksum differs: bytes have changed"}));
}

void check_entries(const std::string& path, std::string_view index, const ColumnCommit& commit,
                   std::vector<std::string>& problems) {
  std::uint64_t before = 0;
  for (std::uint64_t i = 0; i < commit.records; ++i) {
    const auto end = load_le<std::uint64_t>(index.data() + 8 * i);
    if (end < before || end > commit.data_bytes) {
      problems.push_back(concat({path, ": the entry of record ", std::to_string(i + 1), " points outside"}));
      return;
    }
    before = end;
  }
  if (before != commit.data_bytes) problems.push_back(concat({path, ": the last entry is not the end of the data"}));
}

}  // namespace

std::vector<std::string> check_column(const std::string& folder, std::string_view name, const ColumnCommit& commit) {
  std::vector<std::string> problems;
  if (commit.records == 0) return problems;
  const std::string data_path = column_data_path(folder, name, commit.generation);
  const std::string index_path = column_index_path(folder, name, commit.generation);
  const std::uint64_t index_bytes = 8 * commit.records;
  if (const auto data = map_for_check(data_path, commit.data_bytes, problems);
      data && data->bytes().size() >= commit.data_bytes) {
    check_crc(data_path, data->bytes().substr(0, commit.data_bytes), commit.data_crc, problems);
  }
  if (const auto index = map_for_check(index_path, index_bytes, problems);
      index && index->bytes().size() >= index_bytes) {
    check_crc(index_path, index->bytes().substr(0, index_bytes), commit.index_crc, problems);
    check_entries(index_path, index->bytes(), commit, problems);
  }
  return problems;
}

}  // namespace dateline
