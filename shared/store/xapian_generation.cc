// Folders and the stub of the index's generations. Knows the names of files, nothing of what is in them.
#include "shared/store/xapian_generation.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>
#include <set>

#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "shared/columns/column.h"
#include "shared/columns/facet_record.h"
#include "shared/columns/lexicon.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStubLine = "auto ";

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (status != std::errc() || end != digits.data() + digits.size() || number == 0) return std::nullopt;
  return number;
}

// "entities.000003.data" → 3; nullopt for files that are no column's.
std::optional<std::uint32_t> generation_of_column_file(std::string_view name) {
  const auto parts = split(name, '.');
  constexpr std::array kColumns = {kFacetColumn, kTokenColumn, kLexiconColumn};
  if (parts.size() < 3 || std::find(kColumns.begin(), kColumns.end(), parts[0]) == kColumns.end()) return std::nullopt;
  return parse_number(parts[1]);
}

Result<void> sync_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return io_error("cannot open", path, errno);
  const int failed = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failed != 0) return io_error("cannot make durable", path, failed);
  return {};
}

}  // namespace

Result<std::uint32_t> live_generation(const ArchivePaths& paths) {
  std::error_code ignored;
  if (!fs::exists(paths.xapian_stub(), ignored)) return std::uint32_t{0};
  auto text = read_whole_file(paths.xapian_stub());
  if (!text) return std::move(text).error();
  const std::string_view line = trim(*text);
  if (line.starts_with(kStubLine)) {
    if (const auto number = parse_number(line.substr(kStubLine.size()))) return *number;
  }
  return Error{.code = ErrorCode::kArchiveDamaged,
               .message = concat({"'", paths.xapian_stub(), "' does not name a generation of the index"}),
               .hint = "run: dateline-index rebuild"};
}

std::vector<std::uint32_t> generations_on_disk(const ArchivePaths& paths) {
  std::set<std::uint32_t> found;
  std::error_code error;
  for (fs::directory_iterator it(paths.xapian(), error), end; !error && it != end; it.increment(error)) {
    if (const auto number = parse_number(it->path().filename().string())) found.insert(*number);
  }
  error.clear();
  for (fs::directory_iterator it(paths.folder, error), end; !error && it != end; it.increment(error)) {
    if (const auto number = generation_of_column_file(it->path().filename().string())) found.insert(*number);
  }
  return {found.begin(), found.end()};
}

Result<std::uint32_t> make_generation(const ArchivePaths& paths) {
  const auto taken = generations_on_disk(paths);
  const std::uint32_t number = taken.empty() ? 1 : taken.back() + 1;
  const std::string folder = paths.xapian_generation(number);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return io_error("cannot create", folder, error.value());
  return number;
}

Result<void> publish_generation(const ArchivePaths& paths, std::uint32_t generation) {
  const std::string folder = paths.xapian_generation(generation);
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (auto synced = sync_file(it->path().string()); !synced) return synced;
  }
  if (error) return io_error("cannot list", folder, error.value());
  if (auto synced = sync_folder(folder); !synced) return synced;
  if (auto synced = sync_folder(paths.folder); !synced) return synced;
  const std::string name = fs::path(folder).filename().string();
  return replace_file(paths.xapian_stub(), concat({kStubLine, name, "\n"}));
}

Result<void> remove_generation(const ArchivePaths& paths, std::uint32_t generation) {
  if (auto removed = remove_tree(paths.xapian_generation(generation)); !removed) return removed;
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator it(paths.folder, error), end; !error && it != end; it.increment(error)) {
    if (generation_of_column_file(it->path().filename().string()) == generation) files.push_back(it->path().string());
  }
  for (const std::string& file : files) {
    if (auto removed = remove_tree(file); !removed) return removed;
  }
  return {};
}

Result<void> remove_old_generations(const ArchivePaths& paths) {
  const auto live = live_generation(paths);
  if (!live) return live.error();
  for (const std::uint32_t generation : generations_on_disk(paths)) {
    if (generation == *live) continue;
    if (auto removed = remove_generation(paths, generation); !removed) return removed;
  }
  return {};
}

}  // namespace dateline
