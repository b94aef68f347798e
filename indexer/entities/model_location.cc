// A choice of a person is taken as it is, so that a wrong one is an error and not silently another model.
#include "indexer/entities/model_location.h"

#include <cstdlib>
#include <filesystem>

namespace dateline {

std::string find_entity_model(const std::string& asked_for) {
  if (!asked_for.empty()) return asked_for;
  if (const char* const given = std::getenv("DATELINE_ENTITY_MODEL"); given != nullptr && *given != '\0') return given;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path installed = program.parent_path().parent_path() / "share/dateline/entity-model.bin";
  if (!error && std::filesystem::exists(installed, error)) return installed.string();
  return std::filesystem::exists(DATELINE_BUILT_ENTITY_MODEL, error) ? DATELINE_BUILT_ENTITY_MODEL : installed.string();
}

}  // namespace dateline
