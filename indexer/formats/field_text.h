// Texts in fields of JSON, CSV and databases. Nobody says whether they are HTML: only what evidently is, is read as
// such.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Whether it has tags of HTML as pages and feeds have them: a line break, or a known element that is opened and closed.
// A stray '<', "<SRD>" or "a < b" is none.
bool is_evidently_html(std::string_view text);

// Paragraphs, without tags, references ("&amp;") and mojibake; valid UTF-8, normalised.
std::string text_of_field(std::string_view written);

}  // namespace dateline
