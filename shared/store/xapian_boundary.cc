// How Xapian's errors read to people.
#include "shared/store/xapian_boundary.h"

#include <cerrno>

#include "shared/base/strings.h"

namespace dateline {

Error error_of(const Xapian::Error& error, std::string_view what) {
  const std::string said = error.get_msg();
  const std::string_view type = error.get_type();
  const char* const system = error.get_error_string();
  const std::string reason = system != nullptr ? concat({said, ": ", system}) : said;
  if (std::string_view(system != nullptr ? system : "").find("No space left") != std::string_view::npos) {
    return {.code = ErrorCode::kIo,
            .message = concat({"disk full while writing ", what, ": ", said}),
            .hint = "free some space and run the same command again: nothing that was committed is lost"};
  }
  if (type == "DatabaseLockError") {
    return {.code = ErrorCode::kLocked,
            .message = concat({what, " is locked by another program: ", reason}),
            .hint = "wait for the other writer to end"};
  }
  if (type == "DatabaseVersionError" || type == "FeatureUnavailableError") {
    return {.code = ErrorCode::kArchiveVersion,
            .message = concat({what, " was written by another version of Xapian: ", reason}),
            .hint = "run: dateline-index rebuild"};
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseError" || type == "DatabaseModifiedError" || type == "DocNotFoundError" ||
      type == "RangeError") {
    return {.code = ErrorCode::kArchiveDamaged,
            .message = concat({what, " cannot be read: ", reason}),
            .hint = "run: dateline-index rebuild (the articles are safe in catalog.sqlite3)"};
  }
  return {.code = ErrorCode::kInternal, .message = concat({what, ": ", type, ": ", reason})};
}

}  // namespace dateline
