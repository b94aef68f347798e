// Files that are no plain text, known by their first bytes.
#pragma once

#include <string_view>

namespace dateline {

// "a PNG image", "a PDF document"; "" where the first bytes are those of none we know.
std::string_view known_signature(std::string_view bytes);

// "an HTML page", "XML"; "" where it is none. Markup is text for an editor, but its tags are no words of an article.
std::string_view markup_kind(std::string_view bytes);

}  // namespace dateline
