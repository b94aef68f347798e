// Text that was UTF-8, was read as Windows-1252 or Latin-1 and written as UTF-8 again: "â€”" for a dash, "Ã©" for é.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The text as it was meant. `text` is valid UTF-8 and not normalised yet: a no-break space may be half of a letter.
// Pairs that some language writes ("Ã”" ends a Portuguese quotation) are repaired only where the rest of the text is
// damaged too.
std::string repair_mojibake(std::string_view text);

}  // namespace dateline
