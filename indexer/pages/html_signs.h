// Whether bytes are an HTML page, and which encoding they say they have. Looks at bytes, before anything is decoded.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// `head` is the first bytes of a file (4 KiB), as text: begins with markup of a page, behind blanks and comments.
bool looks_like_html(std::string_view head);

// The charset that <meta charset> or <meta http-equiv> names in the first bytes, in lower case; "" where none.
std::string declared_charset(std::string_view html);

}  // namespace dateline
