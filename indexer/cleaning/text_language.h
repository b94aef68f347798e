// Which language an article is in, where its publisher does not say.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/article.h"

namespace dateline {

// ISO 639-1 code, "" where that is not certain: too few words, or several languages. Any thread.
std::string language_of_text(std::string_view text);

// Asks the text where the article says no language, and notes that.
void settle_language(Article& article);

}  // namespace dateline
