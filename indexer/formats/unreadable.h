// Errors of input that cannot be read. The message leaves out the path: whoever tells it has the Rejection's.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "shared/base/result.h"
#include "shared/base/strings.h"

namespace dateline {

inline Error unreadable(std::string message, std::string_view hint = {}) {
  return Error{.code = ErrorCode::kUnreadable, .message = std::move(message), .hint = std::string(hint)};
}

// "cannot open: Permission denied"
inline Error unreadable_errno(std::string_view what, int error_number) {
  const bool rights = error_number == EACCES || error_number == EPERM;
  return unreadable(concat({what, ": ", std::generic_category().message(error_number)}),
                    rights ? "give yourself the right to read it" : "");
}

}  // namespace dateline
