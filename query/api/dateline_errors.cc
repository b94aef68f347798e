// Versions and error objects of the C ABI.
#include "query/api/boundary.h"
#include "query/api/handles.h"
#include "query/engine/results_json.h"
#include "shared/base/strings.h"

namespace dateline {

dateline_code fail(dateline_error** out, Error error) noexcept {
  const auto code = static_cast<dateline_code>(error.code);
  if (out != nullptr) *out = new (std::nothrow) dateline_error{std::move(error)};
  return code;
}

}  // namespace dateline

static_assert(static_cast<int>(dateline::ErrorCode::kUsage) == DATELINE_USAGE &&
              static_cast<int>(dateline::ErrorCode::kQuery) == DATELINE_QUERY &&
              static_cast<int>(dateline::ErrorCode::kNotFound) == DATELINE_NOT_FOUND &&
              static_cast<int>(dateline::ErrorCode::kArchiveMissing) == DATELINE_ARCHIVE_MISSING &&
              static_cast<int>(dateline::ErrorCode::kArchiveDamaged) == DATELINE_ARCHIVE_DAMAGED &&
              static_cast<int>(dateline::ErrorCode::kArchiveVersion) == DATELINE_ARCHIVE_VERSION &&
              static_cast<int>(dateline::ErrorCode::kLocked) == DATELINE_LOCKED &&
              static_cast<int>(dateline::ErrorCode::kUnreadable) == DATELINE_UNREADABLE &&
              static_cast<int>(dateline::ErrorCode::kIo) == DATELINE_IO &&
              static_cast<int>(dateline::ErrorCode::kInterrupted) == DATELINE_INTERRUPTED &&
              static_cast<int>(dateline::ErrorCode::kInternal) == DATELINE_INTERNAL);

extern "C" {

const char* dateline_version(void) {
  static const std::string version =
      dateline::concat({std::to_string(DATELINE_VERSION_MAJOR), ".", std::to_string(DATELINE_VERSION_MINOR), ".",
                        std::to_string(DATELINE_VERSION_PATCH)});
  return version.c_str();
}
unsigned dateline_version_number(void) {
  return DATELINE_VERSION_MAJOR * 10000 + DATELINE_VERSION_MINOR * 100 + DATELINE_VERSION_PATCH;
}
unsigned dateline_json_version(void) {
  return dateline::kJsonFormatVersion;
}

dateline_code dateline_error_code(const dateline_error* error) {
  return error == nullptr ? DATELINE_OK : static_cast<dateline_code>(error->error.code);
}
const char* dateline_error_message(const dateline_error* error) {
  return error == nullptr ? "" : error->error.message.c_str();
}
const char* dateline_error_hint(const dateline_error* error) {
  return error == nullptr ? "" : error->error.hint.c_str();
}
int dateline_error_position(const dateline_error* error, size_t* begin, size_t* end) {
  if (error == nullptr || !error->error.position) return 0;
  if (begin != nullptr) *begin = error->error.position->begin;
  if (end != nullptr) *end = error->error.position->end;
  return 1;
}
void dateline_error_free(dateline_error* error) {
  delete error;
}

}  // extern "C"
