// What the formats have in common: errors of input that cannot be read, and keys of articles without an id. An error's
// message leaves out the path: whoever tells it has the Rejection's.
#pragma once

#include <algorithm>
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

// A key of an article that has no better one than its path. Keys are UTF-8, paths are any bytes: others become "%FF".
inline std::string key_of_path(std::string_view path) {
  std::string key;
  while (!path.empty()) {
    const std::size_t bad = std::min(find_invalid_utf8(path), path.size());
    key += path.substr(0, bad);
    path.remove_prefix(bad);
    if (path.empty()) break;
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(path.front());
    key += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    path.remove_prefix(1);
  }
  return key;
}

}  // namespace dateline
