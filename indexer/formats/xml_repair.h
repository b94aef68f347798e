// Puts right what real XML gets wrong, so that a parser reads on: for documents that are not well-formed only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dateline {

// Characters that XML forbids become blanks; a "&" or "<" that begins nothing is escaped; names of HTML's characters
// (&eacute;) and those of `entities` become what they mean; declarations and document types go; <br>, <hr> and <img>
// are closed. CDATA stays. `xml` is valid UTF-8. One pass.
std::string repaired_xml(std::string_view xml, std::span<const std::pair<std::string, std::string>> entities);

}  // namespace dateline
