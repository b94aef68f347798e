// Which archive is meant, and where its generations lie.
#include "shared/store/archive_paths.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace dateline {
namespace {

// The value of an environment variable; empty values count as not set (XDG Base Directory Specification).
std::optional<std::string> from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::string default_folder() {
  if (auto archive = from_environment("DATELINE_DB")) return *archive;
  // Relative paths are invalid there and to be ignored, says the specification.
  if (const auto data = from_environment("XDG_DATA_HOME"); data && data->front() == '/') return *data + "/dateline";
  return from_environment("HOME").value_or("") + "/.local/share/dateline";
}

// Without slashes at the end, so that "db/" and "db" are one archive in messages and paths.
std::string without_trailing_slashes(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  return folder;
}

}  // namespace

std::string ArchivePaths::xapian_generation(unsigned generation) const {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%06u", generation);
  return xapian() + "/" + digits.data();
}

ArchivePaths choose_archive(const std::optional<std::string>& option) {
  return {without_trailing_slashes(option && !option->empty() ? *option : default_folder())};
}

}  // namespace dateline
