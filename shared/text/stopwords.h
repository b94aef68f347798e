// Words that carry no topic. They are indexed like others (they count in phrases); the query side leaves them out of
// plain word lists.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

// `folded` as fold() makes it; `language` as Stemmer::language(). Languages without a list have no stop words.
bool is_stop_word(std::string_view folded, std::string_view language);
std::span<const std::string_view> stop_words(std::string_view language);  // sorted

}  // namespace dateline
