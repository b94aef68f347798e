// What the formats have in common: errors of input that cannot be read, and keys of articles without an id. An error's
// message leaves out the path: whoever tells it has the Rejection's.
#pragma once

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "shared/base/article.h"
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

// Fills Article::origins for fields with a value that have no origin yet.
inline void note_origins(Article& article, std::string_view from) {
  const auto note = [&](std::string_view field, bool has_value) {
    const bool known = std::any_of(article.origins.begin(), article.origins.end(),
                                   [&](const FieldOrigin& origin) { return origin.field == field; });
    if (has_value && !known) article.origins.push_back({std::string(field), std::string(from)});
  };
  if (article.title_made) article.origins.push_back({"title", "first sentence"});
  note("title", !article.title.empty());
  note("published", article.published.year != 0);
  note("source", !article.source.empty());
  note("url", !article.url.empty());
  note("authors", !article.authors.empty());
  note("contributors", !article.contributors.empty());
  note("language", !article.language.empty());
  note("section", !article.section.empty());
  note("caption", !article.caption.empty());
  note("dateline", !article.dateline.empty());
  note("text", !article.text.empty());
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
