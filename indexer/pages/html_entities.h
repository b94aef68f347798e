// Character references where no HTML parser sees them: in JSON-LD, and in text that was escaped twice.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "&amp;quot;A&#39;s&nbsp;&lt;B&gt;" → "\"A's <B>". Up to three times over; what is no reference stays. `text` is valid
// UTF-8, the result is too.
std::string without_entities(std::string_view text);

}  // namespace dateline
