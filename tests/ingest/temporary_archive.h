// A folder for one test, and articles to put into it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/ingest/ingest.h"
#include "indexer/maintenance/check.h"
#include "shared/store/xapian_inspect.h"

namespace dateline::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-ingest-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline void write(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// One JSON Lines record; `text` without characters that JSON would escape.
inline std::string record(const std::string& id, const std::string& text, const std::string& more = "") {
  return R"({"id":")" + id + R"(","title":"Title of )" + id + R"(","date":"2024-08-16","source":"Example","text":")" +
         text + "\"" + more + "}\n";
}

inline ArchivePaths paths_in(const TemporaryFolder& folder) {
  return {folder / "archive"};
}

// Runs the ingest loop as `dateline-index add` does.
inline Result<IngestReport> add(const ArchivePaths& paths, IngestOptions options) {
  auto archive = open_archive_for_writing(paths, {.create = true});
  if (!archive) return std::move(archive).error();
  options.entities = EntityMode::kGiven;
  return ingest(*archive, options);
}

inline std::vector<std::string> problems_of(const ArchivePaths& paths) {
  const auto archive = open_archive_for_writing(paths, {});
  if (!archive) return {archive.error().message};
  const auto checked = check_archive(*archive);
  return checked ? checked->problems : std::vector<std::string>{checked.error().message};
}

}  // namespace dateline::test
